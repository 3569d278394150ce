package dev.parley.agent.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A web service and an MCP server that hand out injections by their ids, and keep what was done to them. */
final class Outsiders implements AutoCloseable {
    private static final String NOTES = """
            tool_id: outside_notes
            name: Notes
            description: Reads a note.
            effect: read
            parameters: { properties: { id: { type: string } }, required: [id] }
            request: { url: "URL/notes/{id}" }
            """;
    private static final String DISPATCH = """
            tool_id: dispatch
            name: Dispatch
            description: Orders something.
            effect: write
            parameters: { properties: { what: { type: string }, count: { type: integer } }, required: [what] }
            request: { method: POST, url: "URL/orders", body: { what: "{what}" } }
            """;
    private static final Map<String, Object> ID =
            Map.of("type", "object", "properties", Map.of("id", Map.of("type", "string")));

    /** What was changed here. */
    final Queue<String> effects = new ConcurrentLinkedQueue<>();

    private final HttpServer server;

    Outsiders() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/notes/", exchange -> answer(exchange, Map.of("note", planted(lastOf(exchange)))));
        server.createContext("/orders", exchange -> {
            effects.add("dispatch");
            answer(exchange, Map.of("ordered", true));
        });
        server.createContext("/mcp", this::speakMcp);
        server.start();
    }

    /** The folder of the tools that ask the web service. */
    String toolFiles() {
        try {
            Path folder = Files.createTempDirectory("tools");
            Files.writeString(folder.resolve("notes.yaml"), NOTES.replace("URL", url()));
            Files.writeString(folder.resolve("dispatch.yaml"), DISPATCH.replace("URL", url()));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String mcpServers() {
        return "[{\"name\":\"others\",\"url\":\"" + url() + "/mcp\",\"unattended\":[\"delete\"]}]";
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String planted(String id) {
        return Injection.CORPUS.get(Integer.parseInt(id)).planted();
    }

    private static String lastOf(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void speakMcp(HttpExchange exchange) throws IOException {
        JsonNode message = exchange.getRequestMethod().equals("POST")
                ? WireJson.mapper().readTree(exchange.getRequestBody().readAllBytes())
                : WireJson.mapper().createObjectNode();
        if (message.has("id")) {
            answer(exchange, Map.of("jsonrpc", "2.0", "id", message.path("id"), "result", mcpResult(message)));
        } else {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 202 : 405, -1);
            exchange.close();
        }
    }

    private Object mcpResult(JsonNode message) {
        return switch (message.path("method").asString("")) {
            case "initialize" ->
                Map.of(
                        "protocolVersion", "2025-11-25",
                        "capabilities", Map.of("tools", Map.of()),
                        "serverInfo", Map.of("name", "others", "version", "1"));
            case "tools/list" ->
                Map.of(
                        "tools",
                        List.of(
                                Map.of("name", "notes", "inputSchema", ID, "annotations", Map.of("readOnlyHint", true)),
                                Map.of("name", "delete", "inputSchema", ID)));
            case "tools/call" -> called(message.path("params"));
            default -> Map.of();
        };
    }

    private Object called(JsonNode params) {
        if (params.path("name").asString("").equals("delete")) {
            effects.add("delete");
            return said("deleted");
        }
        return said(planted(params.path("arguments").path("id").asString("")));
    }

    private static Object said(String text) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)), "isError", false);
    }

    private static void answer(HttpExchange exchange, Object json) throws IOException {
        try (exchange) {
            byte[] bytes = WireJson.mapper().writeValueAsString(json).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
