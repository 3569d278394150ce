package dev.parley.agent.model;

import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.Map;

/**
 * What was said earlier in a conversation, summed up, as a model reads it: as if it had looked it up.
 *
 * @param about what the reader has to know of it
 */
public record Digest(String about, String summary) {
    /** It is made before a model is asked, so no model can ask for it. */
    public static final String TOOL = "recall_earlier";

    private static final String ID = "call_earlier";

    public List<ModelMessage> messages() {
        String json = WireJson.mapper().writeValueAsString(this);
        String arguments = WireJson.mapper().writeValueAsString(Map.of());
        return List.of(
                new ModelMessage.Assistant("", List.of(new ToolRequest(ID, TOOL, arguments))),
                new ModelMessage.ToolAnswer(ID, TOOL, json));
    }

    public static Digest read(String json) {
        return WireJson.mapper().readValue(json, Digest.class);
    }
}
