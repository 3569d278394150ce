package dev.parley.agent.model.remote;

import dev.parley.platform.messaging.WireJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arguments of tools, as Anthropic takes them back. */
final class Arguments {
    private Arguments() {}

    /** Those that are no object, a mistake of the model's, cannot be said as they are. */
    static ObjectNode readable(String json) {
        if (json.isBlank()) {
            return WireJson.mapper().createObjectNode();
        }
        try {
            JsonNode read = WireJson.mapper().readTree(json);
            return read instanceof ObjectNode object ? object : unreadable(json);
        } catch (JacksonException _) {
            return unreadable(json);
        }
    }

    private static ObjectNode unreadable(String text) {
        return WireJson.mapper().createObjectNode().put("unreadable", text);
    }
}
