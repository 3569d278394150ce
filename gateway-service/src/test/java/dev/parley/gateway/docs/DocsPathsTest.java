package dev.parley.gateway.docs;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.WholeGateway;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DocsPathsTest extends WholeGateway {

    private static final String API_DOCS = "/v3/api-docs";
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @BeforeEach
    void allAreDocumented() {
        document(CHAT, "/api/chat", "post");
        document(AGENT, "/api/tools", "get");
        document(LOCATION, "/api/v1/locations/geocode", "get");
        document(CONVERSATION, "/api/chat/conversations/{id}", "get");
    }

    @Test
    void one_document_tells_of_all_services_and_the_gateway_itself() {
        JsonNode document = await().atMost(Duration.ofSeconds(30))
                .until(this::document, found -> !found.has("x-unavailable-services"));

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("info").path("version").asString()).isEqualTo("1.2.3");
        assertThat(document.path("paths").propertyNames())
                .contains("/api/chat", "/api/tools", "/api/v1/locations/geocode", "/api/chat/conversations/{id}")
                .contains("/health", "/api/health/detailed", "/metrics", "/openapi.json");
        assertThat(document.at("/paths/~1api~1tools/get/responses/429/$ref").asString())
                .isEqualTo("#/components/responses/RateLimited");
        assertThat(document.at("/components/responses/RateLimited").isMissingNode())
                .isFalse();
        assertThat(document.at("/paths/~1health/get/responses").has("429")).isFalse();
        assertThat(document.at("/components/schemas").propertyNames()).contains("Own", "AgentOwn", "LocationOwn");
    }

    @Test
    void a_service_that_is_away_is_named_and_what_it_last_said_is_kept() {
        await().atMost(Duration.ofSeconds(30)).until(this::document, found -> !found.has("x-unavailable-services"));
        AGENT.on(API_DOCS, 500, "text/plain", "");

        JsonNode document = await().atMost(Duration.ofSeconds(30))
                .until(this::document, found -> found.has("x-unavailable-services"));

        assertThat(document.path("x-unavailable-services").get(0).asString()).isEqualTo("agent-service");
        assertThat(document.path("info").path("description").asString()).contains("**Partial:** agent-service");
        assertThat(document.path("paths").has("/api/tools")).isTrue();
    }

    @Test
    void the_events_are_described_too() {
        HttpResponse<String> answer = client.get("/asyncapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(json(answer).path("asyncapi").asString()).startsWith("3.");
        assertThat(json(answer).path("channels").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/api/docs", "/api/v1/docs", "/redoc", "/api/redoc", "/docs/"})
    void pages_load_everything_from_here(String path) {
        HttpResponse<String> page = client.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("http");
        assertThat(links(page)).isNotEmpty().allSatisfy(link -> {
            HttpResponse<String> loaded = client.get(link);
            assertThat(loaded.statusCode()).isEqualTo(200);
            assertThat(header(loaded, "Cache-Control")).contains("max-age");
        });
    }

    @Test
    void the_reference_page_draws_no_foreign_logo() {
        assertThat(client.get("/docs/assets/redoc.js").body()).doesNotContain("cdn.redoc.ly");
    }

    @Test
    void what_is_no_asset_is_nothing() {
        assertThat(client.get("/docs/assets/other.js").statusCode()).isEqualTo(404);
        assertThat(client.get("/docs/assets/swagger-ui/..%2f..%2fx").statusCode())
                .isEqualTo(400);
    }

    private JsonNode document() {
        return json(client.get("/openapi.json"));
    }

    private static List<String> links(HttpResponse<String> page) {
        return LINK.matcher(page.body())
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    private static void document(FakeService service, String path, String method) {
        String own = "{\"type\": \"object\", \"title\": \"" + path + "\"}";
        service.on(API_DOCS, 200, "application/json", """
                {"openapi": "3.1.0", "info": {"title": "x"},
                 "paths": {"%s": {"%s": {"operationId": "call", "responses": {"200": {"description": "ok"}}}}},
                 "components": {"schemas": {"Own": %s}}}
                """.formatted(path, method, own));
    }
}
