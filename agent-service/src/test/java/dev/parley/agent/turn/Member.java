package dev.parley.agent.turn;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.token.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Somebody who is signed in and calls a service over HTTP. */
public final class Member {
    private final UUID id = UUID.randomUUID();
    private final String token = TestTokens.of(id, "user");
    private final RestTestClient http;

    public Member(int port) {
        this.http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }

    /** What came back. */
    public record Answer(int status, String body, @Nullable String type) {
        public JsonNode json() {
            return WireJson.mapper().readTree(body);
        }

        public String text(String field) {
            return json().path(field).asString("");
        }
    }

    public UUID id() {
        return id;
    }

    public Principal principal() {
        return new Principal(Principal.Kind.USER, id.toString());
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, MediaType.APPLICATION_JSON, null, Map.of());
    }

    public Answer get(String path, String header, String value) {
        return send(HttpMethod.GET, path, MediaType.APPLICATION_JSON, null, Map.of(header, value));
    }

    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, MediaType.APPLICATION_JSON, null, Map.of());
    }

    public Answer post(String path, Object json) {
        return send(HttpMethod.POST, path, MediaType.APPLICATION_JSON, WireJson.write(json), Map.of());
    }

    public Answer post(String path, Object json, String header, String value) {
        return send(HttpMethod.POST, path, MediaType.APPLICATION_JSON, WireJson.write(json), Map.of(header, value));
    }

    public Answer post(String path, MediaType type, byte[] body) {
        return send(HttpMethod.POST, path, type, body, Map.of());
    }

    private Answer send(
            HttpMethod method, String path, MediaType type, byte @Nullable [] body, Map<String, String> headers) {
        var request = http.method(method).uri(path).header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        var result = (body == null ? request : request.contentType(type).body(body))
                .exchange()
                .expectBody(byte[].class)
                .returnResult();
        byte[] answer = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                answer == null ? "" : new String(answer, StandardCharsets.UTF_8),
                result.getResponseHeaders().getFirst("Content-Type"));
    }
}
