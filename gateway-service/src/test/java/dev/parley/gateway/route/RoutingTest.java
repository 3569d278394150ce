package dev.parley.gateway.route;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest extends RunningGateway {

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/chat,                                   chat-service",
        "GET,    /api/chat/turns/0199-a,                      chat-service",
        "GET,    /api/chat/turns/0199-a/stream,               chat-service",
        "POST,   /api/chat/turns/0199-a/cancel,               chat-service",
        "GET,    /api/chat/conversations,                     conversation-service",
        "GET,    /api/chat/conversations/0199-a,              conversation-service",
        "PATCH,  /api/chat/conversations/0199-a,              conversation-service",
        "DELETE, /api/chat/conversations/0199-a,              conversation-service",
        "GET,    /api/chat/conversations/0199-a/messages,     conversation-service",
        "GET,    /api/tools,                                  agent-service",
        "GET,    /api/tools/location_scout,                   agent-service",
    })
    void every_documented_path_of_visitors_leads_to_its_service(String method, String path, String service) {
        HttpResponse<String> answer = client.send(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("service").asString()).startsWith(service);
        assertThat(json(answer).path("method").asString()).isEqualTo(method);
        assertThat(json(answer).path("uri").asString()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/chatter",
                "/api/chat/other",
                "/internal/access",
                "/actuator/health",
                "/v3/api-docs",
                "/api//chat"
            })
    void anything_else_is_nothing(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).path("code").asString()).isEqualTo("not_found");
        assertThat(json(answer).path("instance").asString()).isEqualTo(path);
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        HttpResponse<String> routed = client.get("/api/chat");
        HttpResponse<String> own = client.post("/health", "{}");

        assertThat(routed.statusCode()).isEqualTo(405);
        assertThat(header(routed, "Allow")).isEqualTo("POST");
        assertThat(own.statusCode()).isEqualTo(405);
        assertThat(header(own, "Allow")).contains("GET");
        assertThat(json(own).path("code").asString()).isEqualTo("method_not_allowed");
    }

    @Test
    void a_trailing_slash_is_the_same_resource() {
        HttpResponse<String> answer = client.get("/api/chat/conversations/?limit=2&q=a%2Fb%20c");

        assertThat(json(answer).path("uri").asString()).isEqualTo("/api/chat/conversations?limit=2&q=a%2Fb%20c");
        assertThat(client.get("/health/").body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/chat/turns/../../internal",
                "/api/chat/turns/..;/..;/internal",
                "/api/chat/turns/%2e%2e/internal",
                "/api/chat/turns/a%2Fb",
                "/api/chat/turns/a%5Cb",
                "/api/chat/turns/a%00b",
                "/api/tools/./x",
            })
    void a_path_that_could_be_read_otherwise_goes_nowhere(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("code").asString()).isEqualTo("malformed_request");
    }

    @Test
    void what_a_service_answers_passes_untouched() {
        CHAT.on("/test/teapot", 422, "application/problem+json", "{\"code\": \"validation_failed\"}");

        HttpResponse<String> answer = client.get("/test/teapot");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"code\": \"validation_failed\"}");
    }

    @Test
    void the_front_door_leads_to_the_documentation() {
        HttpResponse<String> answer = client.get("/");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/docs");
    }
}
