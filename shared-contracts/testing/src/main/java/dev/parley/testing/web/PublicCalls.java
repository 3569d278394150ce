package dev.parley.testing.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong between a service's controllers, its OpenAPI document and the gateway's routes to it. */
public final class PublicCalls {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final String service;
    private final Set<Call> taken;
    private final Set<Call> documented;
    private final Routes routes;

    PublicCalls(String service, Set<Call> taken, Set<Call> documented, Routes routes) {
        this.service = service;
        this.taken = taken;
        this.documented = documented;
        this.routes = routes;
    }

    /** Of a service that listens. */
    public static PublicCalls of(ApplicationContext service) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        String document = RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/v3/api-docs")
                .retrieve()
                .requiredBody(String.class);
        return new PublicCalls(
                service.getEnvironment().getRequiredProperty("spring.application.name"),
                Controllers.calls(service),
                documented(JsonMapper.shared().readTree(document)),
                Routes.read());
    }

    /** One line for each call that is not documented, or documented and not there, or without a route, and for each route without a call. */
    public List<String> faults() {
        return Stream.of(
                        publicOnes(taken)
                                .filter(call -> !documented.contains(call))
                                .map(call -> call + " is not documented"),
                        publicOnes(documented)
                                .filter(call -> !taken.contains(call))
                                .map(call -> call + " is documented, and no controller takes it"),
                        publicOnes(taken)
                                .filter(call -> !isRouted(call))
                                .map(call -> call + " has no route to " + service),
                        routes.to(service).stream()
                                .filter(route -> documented.stream().noneMatch(route::leads))
                                .map(route -> "the route " + route.id() + " leads to nothing that is documented"))
                .flatMap(faults -> faults)
                .toList();
    }

    private boolean isRouted(Call call) {
        return routes.of(call).filter(route -> route.service().equals(service)).isPresent();
    }

    private static Stream<Call> publicOnes(Set<Call> calls) {
        return calls.stream().filter(call -> !call.isInternal());
    }

    private static Set<Call> documented(JsonNode document) {
        Set<Call> calls = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.propertyNames().stream()
                        .filter(METHODS::contains)
                        .map(method -> HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
                        .forEach(method -> calls.add(new Call(method, path))));
        return calls;
    }
}
