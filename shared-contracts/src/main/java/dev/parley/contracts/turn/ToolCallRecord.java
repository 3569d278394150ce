package dev.parley.contracts.turn;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool call with its result, as it is stored: one of result and error is there, unless the client runs the tool.
 *
 * @param parentToolCallId the call within which an assistant made this one; absent: the turn's own made it
 */
public record ToolCallRecord(
        String toolCallId,
        String toolId,
        Map<String, @Nullable Object> arguments,
        @Nullable Map<String, @Nullable Object> result,
        @Nullable String error,
        @Nullable String detail,
        boolean cached,
        long durationMs,
        @Nullable String parentToolCallId) {
    /** Of the turn's own assistant. */
    public ToolCallRecord(
            String toolCallId,
            String toolId,
            Map<String, @Nullable Object> arguments,
            @Nullable Map<String, @Nullable Object> result,
            @Nullable String error,
            @Nullable String detail,
            boolean cached,
            long durationMs) {
        this(toolCallId, toolId, arguments, result, error, detail, cached, durationMs, null);
    }

    /** Whether its result is not ours to know: the client makes the call. */
    boolean awaitsResult() {
        return result == null && error == null;
    }
}
