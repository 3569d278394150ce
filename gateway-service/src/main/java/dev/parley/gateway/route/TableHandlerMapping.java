package dev.parley.gateway.route;

import java.util.Set;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks routes up in the table at once, where the framework asks one predicate after another; knows a wrong method from a wrong path. */
@Component
final class TableHandlerMapping extends RoutePredicateHandlerMapping {

    private final RouteTable table;

    TableHandlerMapping(
            FilteringWebHandler handler, RouteTable table, GlobalCorsProperties cors, Environment environment) {
        super(handler, Flux::empty, cors, environment);
        this.table = table;
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        HttpMethod method = exchange.getRequest().getMethod();
        return table.route(method, path)
                .map(route -> found(exchange, route))
                .orElseGet(() -> notFound(method, table.methodsAt(path)));
    }

    private static Mono<Route> found(ServerWebExchange exchange, Route route) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.setPathPattern(route.getId()));
        return Mono.just(route);
    }

    private static Mono<Route> notFound(HttpMethod method, Set<HttpMethod> others) {
        return others.isEmpty() ? Mono.empty() : Mono.error(new MethodNotAllowedException(method, others));
    }
}
