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
final class ChatApi {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * An answer that came as a stream.
     *
     * @param middle the id of an event half-way
     */
    record Answer(String turn, String conversation, String middle) {

        private static Answer of(List<String> lines) {
            List<String> ids = values(lines, "id:");
            if (ids.isEmpty()) {
                throw new IllegalStateException("A stream without events");
            }
            JsonNode start = JSON.readTree(values(lines, "data:").getFirst());
            return new Answer(
                    start.path("turn_id").asString(),
                    start.path("conversation_id").asString(),
                    ids.get(ids.size() / 2));
        }

        private static List<String> values(List<String> lines, String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip())
                    .toList();
        }
    }

    private final HttpClient client;
    private final String gatewayUrl;
    private final String session;

    /** The client may serve many; who made it closes it. */
    ChatApi(HttpClient client, String gatewayUrl, String session) {
        this.client = client;
        this.gatewayUrl = gatewayUrl;
        this.session = session;
    }

    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Begins a conversation and reads the answer as it comes. */
    Answer ask(String message) throws IOException {
        Map<String, Object> body = Map.of("message", message, "session_id", session, "stream", true);
        return Answer.of(events(request("/api/chat")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
    }

    /** Reads the stream of a turn once more, after an event or from its start. */
    void resume(String turn, String lastEventId) throws IOException {
        events(request("/api/chat/turns/" + turn + "/stream" + (lastEventId.isEmpty() ? "" : "?after=" + lastEventId))
                .GET());
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

    private List<String> events(HttpRequest.Builder builder) throws IOException {
        return text(builder.setHeader("Accept", "text/event-stream")).lines().toList();
    }

    private JsonNode exchange(HttpRequest.Builder builder) throws IOException {
        return JSON.readTree(text(builder));
    }

    private String text(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s %s answered %d: %s"
                        .formatted(request.method(), request.uri().getPath(), response.statusCode(), response.body()));
            }
            return response.body();
        } catch (java.net.ConnectException e) {
            throw new IllegalStateException("Nobody answers at " + gatewayUrl + ": is the stack up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
