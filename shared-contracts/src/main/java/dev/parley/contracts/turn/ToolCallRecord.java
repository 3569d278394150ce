package dev.parley.contracts.turn;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool call with its result, as it is stored: one of result and error is there, unless the client runs the tool. */
public record ToolCallRecord(
        String toolCallId,
        String toolId,
        Map<String, @Nullable Object> arguments,
        @Nullable Map<String, @Nullable Object> result,
        @Nullable String error,
        @Nullable String detail,
        boolean cached,
        long durationMs) {

    /** Whether its result is not ours to know: the client makes the call. */
    boolean awaitsResult() {
        return result == null && error == null;
    }
}
