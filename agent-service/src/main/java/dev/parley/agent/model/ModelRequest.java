package dev.parley.agent.model;

import dev.parley.agent.tool.ToolDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a turn.
 *
 * @param messages the conversation, oldest first, with the system prompt in front
 * @param tools what the model may ask for
 * @param requiredTool the id of the tool that it has to ask for; absent: it chooses
 * @param temperature absent: as configured
 * @param toolRequired whether it has to ask for a tool, whichever it is
 */
public record ModelRequest(
        List<ModelMessage> messages,
        List<ToolDescription> tools,
        @Nullable String requiredTool,
        @Nullable Double temperature,
        boolean toolRequired,
        AnswerLimits limits) {
    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A step that ends where the model ends it. */
    public ModelRequest(
            List<ModelMessage> messages,
            List<ToolDescription> tools,
            @Nullable String requiredTool,
            @Nullable Double temperature) {
        this(messages, tools, requiredTool, temperature, false, AnswerLimits.NONE);
    }

    /** A step without tools, at the configured temperature. */
    public static ModelRequest of(List<ModelMessage> messages) {
        return new ModelRequest(messages, List.of(), null, null);
    }

    ModelRequest withTemperature(double configured) {
        return temperature == null
                ? new ModelRequest(messages, tools, requiredTool, configured, toolRequired, limits)
                : this;
    }
}
