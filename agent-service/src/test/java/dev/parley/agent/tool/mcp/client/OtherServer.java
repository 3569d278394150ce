package dev.parley.agent.tool.mcp.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody's MCP server, on the wire: offers what a test says and answers each call with what a test says. */
final class OtherServer implements AutoCloseable {
    final Queue<String> authorizations = new ConcurrentLinkedQueue<>();
    final Queue<JsonNode> calls = new ConcurrentLinkedQueue<>();
    private final int port;
    private volatile List<Map<String, Object>> tools = List.of();
    private volatile Map<String, Object> answer = Map.of();
    private @Nullable HttpServer server;

    OtherServer() {
        start(0);
        port = running().getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/mcp";
    }

    void offers(List<Map<String, Object>> offered) {
        tools = offered;
    }

    void answers(Map<String, Object> answered) {
        answer = answered;
    }

    void goAway() {
        running().stop(0);
    }

    void comeBack() {
        start(port);
    }

    private void start(int wanted) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        running().createContext("/mcp", this::handle);
        running().start();
    }

    private HttpServer running() {
        return Objects.requireNonNull(server);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            JsonNode message =
                    WireJson.mapper().readTree(exchange.getRequestBody().readAllBytes());
            if (!message.has("id")) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            Map<String, Object> reply = new LinkedHashMap<>();
            reply.put("jsonrpc", "2.0");
            reply.put("id", message.path("id"));
            reply.put("result", result(message));
            byte[] bytes = WireJson.mapper().writeValueAsString(reply).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Object result(JsonNode message) {
        return switch (message.path("method").asString("")) {
            case "initialize" ->
                Map.of(
                        "protocolVersion", "2025-11-25",
                        "capabilities", Map.of("tools", Map.of()),
                        "serverInfo", Map.of("name", "other", "version", "1"));
            case "tools/list" -> Map.of("tools", tools);
            case "tools/call" -> {
                calls.add(message.path("params"));
                yield answer;
            }
            default -> Map.of();
        };
    }

    @Override
    public void close() {
        running().stop(0);
    }
}
