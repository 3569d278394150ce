package dev.parley.local.sample;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public chat API, as a visitor with one session uses it. */
final class ChatApi implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String gatewayUrl;
    private final String session;

    ChatApi(String gatewayUrl, String session) {
        this.gatewayUrl = gatewayUrl;
        this.session = session;
    }

    /** Sends a message and waits for the whole answer; an empty conversation begins one. */
    JsonNode send(String message, String conversation, String idempotencyKey) throws IOException {
        Map<String, Object> body = conversation.isEmpty()
                ? Map.of("message", message, "session_id", session, "stream", false)
                : Map.of("message", message, "session_id", session, "stream", false, "conversation_id", conversation);
        return exchange(request("/api/chat")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /** The ids of the session's conversations. */
    List<String> conversations() throws IOException {
        return all("/api/chat/conversations").stream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    /** What the visitor has said in a conversation, oldest first. */
    List<String> questions(String conversation) throws IOException {
        return all("/api/chat/conversations/" + conversation + "/messages").stream()
                .filter(message -> message.path("role").asString().equals("user"))
                .map(message -> message.path("content").asString())
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }

    private List<JsonNode> all(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = exchange(request(path + "?limit=100" + cursor).GET());
            page.path("items").forEach(items::add);
            String next = page.path("next_cursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gatewayUrl + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json")
                .header("X-Session-Id", session);
    }

    private JsonNode exchange(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(
                                request.method(),
                                request.uri().getPath(),
                                response.statusCode(),
                                new String(response.body(), StandardCharsets.UTF_8)));
            }
            return JSON.readTree(response.body());
        } catch (java.net.ConnectException e) {
            throw new IllegalStateException("Nobody answers at " + gatewayUrl + ": is the stack up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
