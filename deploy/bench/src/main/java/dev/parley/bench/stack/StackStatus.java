package dev.parley.bench.stack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code status --json} tells.
 *
 * @param services their process ids by name
 * @param database the URL of one, with its owner in it
 */
record StackStatus(URI gateway, Map<String, Long> services, long kafka, long postgres, String database) {
    static final StackStatus NONE = new StackStatus(URI.create(""), Map.of(), 0, 0, "");

    private static final JsonMapper JSON = new JsonMapper();

    static StackStatus parse(String text) {
        JsonNode json = JSON.readTree(text);
        Map<String, Long> services = new LinkedHashMap<>();
        for (JsonNode service : json.path("services")) {
            services.put(service.path("name").asString(), service.path("pid").asLong());
        }
        return new StackStatus(
                URI.create(json.path("gateway_url").asString()),
                services,
                json.path("kafka").path("pid").asLong(),
                json.path("postgres").path("pid").asLong(),
                json.path("postgres").path("url").asString());
    }
}
