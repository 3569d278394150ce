package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.JsonNode;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OpenApiTest {
    private final JsonNode document;

    OpenApiTest(Calls calls) {
        document = calls.get("/v3/api-docs").json();
    }

    @Test
    void the_document_is_of_this_service_and_version() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("info").path("title").asString()).isEqualTo("thing-service");
        assertThat(document.path("info").path("version").asString()).isEqualTo("1.2.3");
        assertThat(document.path("servers").path(0).path("url").asString()).isEqualTo("/");
        assertThat(document.path("paths").has("/error")).isFalse();
    }

    @Test
    void fields_are_named_as_in_the_json_and_operations_as_openapi_has_it() {
        JsonNode thing = document.path("components").path("schemas").path("NewThing");

        assertThat(thing.path("properties").has("display_name")).isTrue();
        assertThat(thing.path("required").toString()).contains("display_name");
        assertThat(operation("/things", "get").has("operationId")).isTrue();
    }

    @Test
    void what_may_be_null_says_so_and_all_else_is_there() {
        JsonNode question = schema("NewThing");
        assertThat(question.path("required").toString()).isEqualTo("[\"display_name\"]");
        assertThat(question.at("/properties/item_count/type").toString()).contains("integer", "null");
        assertThat(question.at("/properties/display_name/type").asString()).isEqualTo("string");

        JsonNode page = schema("PageInteger");
        assertThat(page.path("required").toString()).isEqualTo("[\"items\"]");
        assertThat(page.at("/properties/next_cursor/type").toString()).contains("string", "null");
    }

    @Test
    void errors_are_problems_everywhere() {
        List<JsonNode> errors = document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.path("responses").propertyStream())
                .filter(response -> response.getKey().matches("default|[45].*"))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(errors).hasSizeGreaterThan(10).allSatisfy(error -> {
            assertThat(error.path("content").propertyNames()).containsExactly("application/problem+json");
            assertThat(error.path("content")
                            .path("application/problem+json")
                            .at("/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
        });
        assertThat(operation("/plain/{id}", "get").path("responses").has("404")).isTrue();
        assertThat(schema("Problem").path("properties").has("trace_id")).isTrue();
    }

    @Test
    void the_platforms_own_parameters_are_described() {
        assertThat(parametersOf("/things", "get")).contains("limit", "cursor");
        assertThat(parametersOf("/orders", "post")).containsExactly("Idempotency-Key");
        assertThat(parametersOf("/things/{id}", "get")).containsExactly("id");
    }

    @Test
    void who_needs_to_be_known_is_told_how() {
        assertThat(operation("/things/{id}", "get").path("security").toString()).contains("bearer", "session_header");
        assertThat(operation("/things/{id}", "get").path("responses").has("401"))
                .isTrue();
        assertThat(operation("/things", "get").has("security")).isFalse();
        assertThat(document.path("components").path("securitySchemes").has("bearer"))
                .isTrue();
    }

    private JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    private JsonNode operation(String path, String method) {
        return document.path("paths").path(path).path(method);
    }

    private Iterable<String> parametersOf(String path, String method) {
        return StreamSupport.stream(operation(path, method).path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }
}
