package dev.parley.agent.model.remote;

import dev.parley.platform.messaging.WireJson;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One block of an answer, put together from its pieces. For one thread at a time. */
final class AnthropicBlock {
    private static final String ARGUMENTS = "partial_json";

    private final JsonNode beginning;
    private final Map<String, StringBuilder> fields = new TreeMap<>();

    AnthropicBlock(JsonNode beginning) {
        this.beginning = beginning;
    }

    String type() {
        return beginning.path("type").asString("");
    }

    /** Such as {@code {"type": "thinking_delta", "thinking": "Hm"}}: the field that it is named after grows. */
    void add(JsonNode delta) {
        delta.forEachEntry((field, value) -> {
            if (!field.equals("type") && value.isString()) {
                fields.computeIfAbsent(field, _ -> new StringBuilder()).append(value.asString());
            }
        });
    }

    ObjectNode whole() {
        ObjectNode whole = WireJson.mapper().createObjectNode();
        beginning.forEachEntry(whole::set);
        fields.forEach((field, value) -> {
            if (field.equals(ARGUMENTS)) {
                whole.set("input", Arguments.readable(value.toString()));
            } else {
                whole.put(field, beginning.path(field).asString("") + value);
            }
        });
        return whole;
    }
}
