package dev.parley.bench.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The bytes of requests to one server. */
public record Requests(URI server) {

    public InetSocketAddress address() {
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    public byte[] get(String path, Map<String, String> headers) {
        return bytes("GET", path, headers, "");
    }

    /** Posts JSON and wants events. */
    public byte[] post(String path, Map<String, String> headers, String json) {
        return bytes("POST", path, headers, json);
    }

    private byte[] bytes(String method, String path, Map<String, String> headers, String body) {
        StringBuilder request = new StringBuilder(method)
                .append(' ')
                .append(server.getPath())
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(server.getAuthority())
                .append("\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        if (!body.isEmpty()) {
            request.append("Content-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return request.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
