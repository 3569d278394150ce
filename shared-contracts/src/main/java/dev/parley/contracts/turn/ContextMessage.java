package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a conversation that its client keeps.
 *
 * @param text perhaps empty, when the assistant only asked for tools
 * @param toolCalls what the assistant asked for
 * @param toolCallId of the call whose result a tool's message is
 */
public record ContextMessage(
        Role role,
        String text,
        List<ContextCall> toolCalls,
        @Nullable String toolCallId) {
    /** Who said it. */
    public enum Role {
        @JsonProperty("system")
        SYSTEM,
        @JsonProperty("user")
        USER,
        @JsonProperty("assistant")
        ASSISTANT,
        @JsonProperty("tool")
        TOOL
    }

    public static ContextMessage of(Role role, String text) {
        return new ContextMessage(role, text, List.of(), null);
    }
}
