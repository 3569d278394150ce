package dev.parley.conversation.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes accounts and calls as them, over HTTP. */
public final class People {
    public static final String PASSWORD = "correct horse battery staple";

    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;

    public People(int port) {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpHeaders headers) {
        public String text(String field) {
            return body.path(field).asString();
        }
    }

    public static String newEmail() {
        return "ada." + UUID.randomUUID() + "@Example.com";
    }

    public Answer register(String email) {
        return post("/api/v1/auth/register", Map.of("email", email, "password", PASSWORD, "display_name", "Ada"));
    }

    public Answer logIn(String email, String password) {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    Answer refresh(String token) {
        return post("/api/v1/auth/refresh", Map.of("refresh_token", token));
    }

    Answer post(String path, Object body) {
        return answer(
                http.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body)));
    }

    public Answer get(String path, String accessToken) {
        return answer(http.get().uri(path).header("Authorization", "Bearer " + accessToken));
    }

    Answer get(String path) {
        return answer(http.get().uri(path));
    }

    public Answer delete(String path, String accessToken) {
        return answer(http.delete().uri(path).header("Authorization", "Bearer " + accessToken));
    }

    Answer send(HttpMethod method, String path, Object body, String accessToken) {
        return answer(http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + accessToken)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body)));
    }

    /** What is no JSON. */
    byte[] file(String path, String accessToken) {
        byte[] body = http.get()
                .uri(path)
                .header("Authorization", "Bearer " + accessToken)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }

    /** Calls at once, as so many threads do. */
    static <T> List<T> atOnce(int times, Supplier<T> call) {
        List<CompletableFuture<T>> calls = IntStream.range(0, times)
                .mapToObj(_ -> CompletableFuture.supplyAsync(call, Thread::startVirtualThread))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static Answer answer(RestTestClient.RequestHeadersSpec<?> request) {
        var result = request.exchange().expectBody(byte[].class).returnResult();
        byte[] body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                body == null || body.length == 0 ? JSON.nullNode() : JSON.readTree(body),
                result.getResponseHeaders());
    }
}
