package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which fields of an answer the caller wants, and pays for. A mask without parts wants everything. */
record FieldMask(Map<String, FieldMask> parts) {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern DOT = Pattern.compile("\\.");

    /** @throws GoogleError when the request has none */
    static FieldMask of(Request request, String example) {
        String text = request.header("x-goog-fieldmask")
                .or(() -> request.parameter("fields"))
                .or(() -> request.parameter("$fields"))
                .orElse("");
        if (text.isEmpty()) {
            throw GoogleError.noMask(example);
        }
        FieldMask mask = new FieldMask(new TreeMap<>());
        for (String path : COMMA.split(text, -1)) {
            mask.add(path);
        }
        return mask.parts.containsKey("*") ? new FieldMask(Map.of()) : mask;
    }

    /** Refuses a path whose part below the given one is unknown. */
    void require(String parent, Set<String> known) {
        FieldMask below = parent.isEmpty() ? this : parts.get(parent);
        if (below == null) {
            return;
        }
        for (String field : below.parts.keySet()) {
            if (!known.contains(field) && !field.equals("*")) {
                String path = parent.isEmpty() ? field : parent + "." + field;
                throw GoogleError.invalid(
                        "Error expanding 'fields' parameter. Cannot find matching fields for path '" + path + "'.");
            }
        }
    }

    JsonNode applyTo(JsonNode node) {
        if (parts.isEmpty() || parts.containsKey("*")) {
            return node;
        }
        return switch (node) {
            case ArrayNode array -> applyToEach(array);
            case ObjectNode object -> applyToFields(object);
            default -> node;
        };
    }

    private JsonNode applyToEach(ArrayNode array) {
        ArrayNode masked = Json.array();
        array.forEach(item -> masked.add(applyTo(item)));
        return masked;
    }

    private JsonNode applyToFields(ObjectNode object) {
        ObjectNode masked = Json.object();
        object.forEachEntry((String name, JsonNode value) -> {
            FieldMask wanted = parts.get(name);
            if (wanted != null) {
                masked.set(name, wanted.applyTo(value));
            }
        });
        return masked;
    }

    private void add(String path) {
        FieldMask at = this;
        for (String part : DOT.split(path, -1)) {
            at = at.parts.computeIfAbsent(part, name -> new FieldMask(new TreeMap<>()));
        }
    }
}
