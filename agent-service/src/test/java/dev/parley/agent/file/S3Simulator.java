package dev.parley.agent.file;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The part of S3's protocol that a file store speaks: objects of a bucket, and refusals. */
final class S3Simulator implements AutoCloseable {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    /** How many requests are answered with 503 before others are answered well. */
    final AtomicInteger failures = new AtomicInteger();

    private final HttpServer server;
    private final String key;

    S3Simulator(String key) {
        this.key = key;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            error(call, 503, "SlowDown");
        } else if (!isSigned(call, body)) {
            error(call, 403, "SignatureDoesNotMatch");
        } else {
            answer(call, call.getRequestURI().getPath(), body);
        }
        call.close();
    }

    private void answer(HttpExchange call, String path, byte[] body) throws IOException {
        switch (call.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, body);
                call.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(path);
                call.sendResponseHeaders(204, -1);
            }
            default -> get(call, objects.get(path));
        }
    }

    private static void get(HttpExchange call, byte @Nullable [] object) throws IOException {
        if (object == null) {
            error(call, 404, "NoSuchKey");
            return;
        }
        call.sendResponseHeaders(200, object.length);
        call.getResponseBody().write(object);
    }

    private static void error(HttpExchange call, int status, String code) throws IOException {
        byte[] xml = ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/xml");
        call.sendResponseHeaders(status, xml.length);
        call.getResponseBody().write(xml);
    }

    /** By whom, when, and of which content; not the signature itself. */
    private boolean isSigned(HttpExchange call, byte[] body) {
        var headers = call.getRequestHeaders();
        String hash = String.valueOf(headers.getFirst("x-amz-content-sha256"));
        return String.valueOf(headers.getFirst("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=" + key + "/")
                && headers.getFirst("x-amz-date") != null
                && (hash.equals(UNSIGNED) || hash.equals(sha256(body)));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
