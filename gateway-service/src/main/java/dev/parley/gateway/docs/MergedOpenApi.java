package dev.parley.gateway.docs;

import dev.parley.gateway.docs.ServiceDocuments.ServiceDocument;
import dev.parley.gateway.route.RouteTable;
import java.time.Duration;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one OpenAPI document: what the services say of the paths that lead to them, and behind it the gateway's own. */
@Component
final class MergedOpenApi {

    /** How soon a service that was updated, or is back, is seen. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Duration FRESH_WHILE_PARTIAL = Duration.ofSeconds(1);

    private final RouteTable table;
    private final Examples examples;
    private final JsonMapper json;
    private final ObjectNode own;
    private final ObjectNode frame;
    private final Mono<Rendered> cached;

    MergedOpenApi(
            ServiceDocuments documents, RouteTable table, Examples examples, JsonMapper json, Environment environment) {
        this.table = table;
        this.examples = examples;
        this.json = json;
        this.own = own(json, environment.getProperty("info.version", "development"));
        this.frame = own.deepCopy().without(List.of("paths", "components", "tags"));
        this.cached = documents
                .all()
                .map(this::render)
                .cache(
                        rendered -> rendered.whole() ? FRESH : FRESH_WHILE_PARTIAL,
                        _ -> Duration.ZERO,
                        () -> Duration.ZERO);
    }

    private record Rendered(byte[] bytes, boolean whole) {}

    Mono<byte[]> bytes() {
        return cached.map(Rendered::bytes);
    }

    private static ObjectNode own(JsonMapper json, String version) {
        ObjectNode own = (ObjectNode) YamlDocument.read(new ClassPathResource("docs/openapi.yaml"), json);
        own.withObjectProperty("info").put("version", version);
        return own;
    }

    private Rendered render(List<ServiceDocument> documents) {
        OpenApiMerge merge = new OpenApiMerge(frame);
        documents.forEach(one -> add(merge, one));
        merge.add(own, "Gateway", (_, _) -> true);
        List<String> silent = documents.stream()
                .filter(one -> !one.current())
                .map(ServiceDocument::service)
                .toList();
        ObjectNode merged = merge.merged();
        examples.addTo(merged);
        if (!silent.isEmpty()) {
            note(merged, silent);
        }
        return new Rendered(json.writeValueAsBytes(merged), silent.isEmpty());
    }

    private void add(OpenApiMerge merge, ServiceDocument one) {
        JsonNode document = one.document();
        if (document != null) {
            merge.add(
                    CommonAnswers.addedTo(document),
                    prefix(one.service()),
                    (method, path) -> table.serviceOf(method, path)
                            .filter(one.service()::equals)
                            .isPresent());
        }
    }

    /** {@code Chat} for chat-service. */
    private static String prefix(String service) {
        return StringUtils.capitalize(service.replaceFirst("-service$", ""));
    }

    private static void note(ObjectNode merged, List<String> silent) {
        ObjectNode info = merged.withObjectProperty("info");
        String description = info.path("description").asString("");
        info.put(
                "description",
                description + "\n\n**Partial:** " + String.join(", ", silent)
                        + " did not answer; what is shown of it, if anything, is what it last said.");
        ArrayNode unavailable = merged.withArrayProperty("x-unavailable-services");
        silent.forEach(unavailable::add);
    }
}
