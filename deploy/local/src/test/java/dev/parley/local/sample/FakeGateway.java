package dev.parley.local.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of the chat API that the samples use, kept in memory; lists come in pages of two. */
final class FakeGateway implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** Questions by conversation. */
    final Map<String, List<String>> conversations = new LinkedHashMap<>();

    final List<String> idempotencyKeys = new ArrayList<>();

    /** Turns whose stream was read again, with the event that it was read from. */
    final List<String> resumed = new ArrayList<>();

    private final HttpServer server;

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/chat", this::chat);
        server.createContext("/api/chat/conversations", this::list);
        server.createContext("/api/chat/turns", this::resume);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void chat(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        String id = body.path("conversation_id").asString("conversation-" + conversations.size());
        idempotencyKeys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        conversations
                .computeIfAbsent(id, _ -> new ArrayList<>())
                .add(body.path("message").asString());
        if (body.path("stream").asBoolean()) {
            answer(exchange, events(id));
        } else {
            answer(exchange, Map.of("conversation_id", id));
        }
    }

    private void resume(HttpExchange exchange) throws IOException {
        resumed.add(exchange.getRequestURI()
                .toString()
                .replaceFirst(".*/turns/", "")
                .replace("/stream", ""));
        answer(exchange, events("any"));
    }

    private static byte[] events(String conversation) {
        String turn = conversation.replace("conversation", "turn");
        return """
                id: 1
                event: message_start
                data: {"turn_id":"%s","conversation_id":"%s"}

                id: 2
                event: message_end
                data: {}

                """.formatted(turn, conversation).getBytes(StandardCharsets.UTF_8);
    }

    private void list(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/messages")) {
            String id = path.split("/", -1)[4];
            answer(exchange, Map.of("items", messages(id)));
            return;
        }
        String query = exchange.getRequestURI().getQuery();
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
        List<String> ids = List.copyOf(conversations.keySet());
        int to = Math.min(from + 2, ids.size());
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put(
                "items",
                ids.subList(from, to).stream().map(id -> Map.of("id", id)).toList());
        page.put("next_cursor", to < ids.size() ? Integer.toString(to) : null);
        answer(exchange, page);
    }

    private List<Map<String, String>> messages(String id) {
        List<Map<String, String>> messages = new ArrayList<>();
        for (String question : conversations.getOrDefault(id, List.of())) {
            messages.add(Map.of("role", "user", "content", question));
            messages.add(Map.of("role", "assistant", "content", "…"));
        }
        return messages;
    }

    private static void answer(HttpExchange exchange, Map<String, ? extends @Nullable Object> body) throws IOException {
        answer(exchange, JSON.writeValueAsBytes(body));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
