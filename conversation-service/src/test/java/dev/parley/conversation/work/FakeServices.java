package dev.parley.conversation.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.WorkList;
import dev.parley.platform.work.WorkView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The other services' internal interface for work, each below its own path, with dead work only. */
final class FakeServices implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final Set<String> away = ConcurrentHashMap.newKeySet();
    final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    final Queue<String> changes = new ConcurrentLinkedQueue<>();
    private final Map<String, List<UUID>> dead = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String service) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + service;
    }

    void have(String service, UUID... ids) {
        dead.put(service, List.of(ids));
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (away.contains(path[1])) {
            send(exchange, 503, "{}".getBytes(UTF_8));
        } else if (path.length == 5) {
            send(
                    exchange,
                    200,
                    WireJson.write(list(path[1], exchange.getRequestURI().getQuery())));
        } else {
            change(exchange, path[1], UUID.fromString(path[5]));
        }
    }

    private void change(HttpExchange exchange, String service, UUID id) throws IOException {
        if (dead.getOrDefault(service, List.of()).contains(id)) {
            changes.add(exchange.getRequestURI().getPath());
            send(exchange, 202, WireJson.write(view(service, id)));
        } else {
            send(exchange, 404, WireJson.write(Map.of("code", "not_found", "detail", "There is no such work.")));
        }
    }

    private WorkList list(String service, String query) {
        int limit = Integer.parseInt(query.replaceFirst(".*limit=(\\d+).*", "$1"));
        String before = query.contains("before=") ? query.replaceFirst(".*before=([^&]+).*", "$1") : "g";
        return new WorkList(dead.getOrDefault(service, List.of()).stream()
                .filter(id -> id.toString().compareTo(before) < 0)
                .sorted(Comparator.comparing(UUID::toString).reversed())
                .limit(limit)
                .map(id -> view(service, id))
                .toList());
    }

    private static WorkView view(String service, UUID id) {
        return new WorkView(id, service, "turn", "dead", 3, 3, NOON, NOON, NOON, "too_many_failures", "it fails");
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
