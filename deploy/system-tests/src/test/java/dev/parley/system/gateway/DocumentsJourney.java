package dev.parley.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.topic.Topic;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What developers read before they call: one document of all services, and one of the events. */
@Journey
class DocumentsJourney {
    /** One of each service, and of the gateway. That none is missing, the tests of each module see to. */
    private static final List<String> SOME =
            List.of("/api/chat", "/api/tools", "/api/v1/locations/geocode", "/api/v1/users/me", "/api/health/detailed");

    private final Visitor developer;

    DocumentsJourney(Stack stack) {
        this.developer = stack.visitor().nameless();
    }

    @Test
    void one_document_describes_all_services() {
        Reply reply = developer.get("/openapi.json");
        JsonNode document = reply.json();

        assertThat(document.path("openapi").asString("")).startsWith("3.1");
        assertThat(document.path("paths").propertyNames()).containsAll(SOME);
        assertThat(document.path("paths").propertyNames()).noneMatch(path -> path.startsWith("/internal"));
        assertThat(document.propertyNames()).doesNotContain("x-unavailable-services");
        assertThat(reply.body()).doesNotContain("127.0.0.1").doesNotContain("localhost");
    }

    @Test
    void every_reference_of_it_leads_somewhere() {
        JsonNode document = developer.get("/openapi.json").json();

        List<String> references = document.findValues("$ref").stream()
                .map(reference -> reference.asString(""))
                .distinct()
                .toList();
        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    /** Health says of what is down what it says of what is up. */
    @Test
    void every_error_of_it_is_a_problem() {
        JsonNode document = developer.get("/openapi.json").json();
        Map<String, JsonNode> errors = new LinkedHashMap<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    operation.path("responses").forEachEntry((status, response) -> {
                        if (status.matches("default|[45].*") && !(path.contains("/health") && status.equals("503"))) {
                            errors.put(method + " " + path + " " + status, resolved(document, response));
                        }
                    });
                }));

        assertThat(errors).hasSizeGreaterThan(50).allSatisfy((where, error) -> {
            // Clients of OpenAI's API read errors in its shape.
            boolean theirs = where.contains(" /v1/");
            String type = theirs ? "application/json" : "application/problem+json";
            assertThat(error.path("content").propertyNames()).as(where).containsExactly(type);
            assertThat(error.path("content")
                            .path(type)
                            .path("schema")
                            .path("$ref")
                            .asString(""))
                    .as(where)
                    .endsWith(theirs ? "OpenAiError" : "Problem");
        });
    }

    @Test
    void every_body_in_json_is_shown_by_an_example() {
        JsonNode document = developer.get("/openapi.json").json();
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    String call = method + " " + path + " ";
                    put(bodies, call + "request", resolved(document, operation.path("requestBody")));
                    operation
                            .path("responses")
                            .forEachEntry(
                                    (status, response) -> put(bodies, call + status, resolved(document, response)));
                }));

        assertThat(bodies)
                .hasSizeGreaterThan(100)
                .allSatisfy((where, body) -> assertThat(body.has("example") || body.has("examples"))
                        .as(where)
                        .isTrue());
    }

    private static void put(Map<String, JsonNode> bodies, String where, JsonNode message) {
        message.path("content").forEachEntry((type, body) -> {
            if (type.endsWith("json")) {
                bodies.put(where + " " + type, body);
            }
        });
    }

    private static JsonNode resolved(JsonNode document, JsonNode response) {
        String reference = response.path("$ref").asString("");
        return reference.isEmpty() ? response : document.at(reference.substring(1));
    }

    @Test
    void every_operation_has_a_summary_and_a_name_of_its_own() {
        List<JsonNode> operations = developer
                .get("/openapi.json")
                .json()
                .path("paths")
                .valueStream()
                .flatMap(path -> path.valueStream())
                .filter(operation -> operation.has("responses"))
                .toList();

        assertThat(operations)
                .allSatisfy(operation -> assertThat(operation.path("summary").asString(""))
                        .as(operation.toString())
                        .isNotBlank());
        assertThat(operations)
                .extracting(operation -> operation.path("operationId").asString(""))
                .doesNotContain("")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_events_are_described_topic_by_topic() {
        JsonNode document = developer.get("/asyncapi.json").json();

        assertThat(document.path("asyncapi").asString("")).startsWith("3.");
        assertThat(document.path("channels").propertyNames())
                .containsAll(Stream.of(Topic.values()).map(Topic::topicName).toList());
    }
}
