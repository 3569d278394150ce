package dev.parley.simulator.http;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A whole answer, sent at once. */
public record Response(int status, String contentType, String body, Map<String, String> headers) {

    public static Response json(int status, JsonNode body) {
        return new Response(status, "application/json; charset=utf-8", body.toString(), Map.of());
    }

    public static Response html(int status, String body) {
        return new Response(status, "text/html; charset=utf-8", body, Map.of());
    }

    public Response with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Response(status, contentType, body, Map.copyOf(more));
    }
}
