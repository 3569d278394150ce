package dev.parley.testing.kms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HashiCorp Vault with a transit engine, as far as one sees it who seals and opens with its keys. */
public final class FakeVault implements AutoCloseable {
    public static final String TOKEN = "hvs.parley";

    private static final Pattern CALL = Pattern.compile("/v1/transit/(?<operation>encrypt|decrypt)/(?<key>[^/]+)");

    /** How often it was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    private final Map<String, TransitKey> keys = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean sealed;

    public FakeVault() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            answer(exchange);
        });
        server.start();
    }

    /** Makes a key, or another one in the place of one. Returns its URI. */
    public String key(String name) {
        keys.put(name, new TransitKey());
        return "hcvault+http://127.0.0.1:" + server.getAddress().getPort() + "/transit/keys/" + name;
    }

    /** Until it is unsealed it answers nobody. */
    public void seal() {
        sealed = true;
    }

    public void unseal() {
        sealed = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher call = CALL.matcher(exchange.getRequestURI().getPath());
        if (sealed) {
            send(exchange, 503, "{\"errors\":[\"Vault is sealed\"]}");
        } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
            send(exchange, 403, "{\"errors\":[\"permission denied\"]}");
        } else if (!call.matches()) {
            send(exchange, 404, "{\"errors\":[\"no handler for route\"]}");
        } else {
            transit(exchange, call, body);
        }
    }

    private void transit(HttpExchange exchange, Matcher call, String body) throws IOException {
        TransitKey key = keys.get(call.group("key"));
        if (key == null) {
            send(exchange, 400, "{\"errors\":[\"encryption key not found\"]}");
            return;
        }
        try {
            String data = call.group("operation").equals("encrypt")
                    ? "\"ciphertext\":\"" + key.encrypt(field(body, "plaintext"), field(body, "associated_data")) + '"'
                    : "\"plaintext\":\"" + key.decrypt(field(body, "ciphertext"), field(body, "associated_data")) + '"';
            send(exchange, 200, "{\"request_id\":\"1\",\"lease_id\":\"\",\"data\":{" + data + "}}");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            send(exchange, 400, "{\"errors\":[\"cipher: message authentication failed\"]}");
        }
    }

    private static String field(String body, String name) {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(body);
        return field.find() ? field.group(1) : "";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
