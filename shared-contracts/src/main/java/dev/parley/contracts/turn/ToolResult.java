package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.TurnId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool has run: it has either a result or an error.
 *
 * @param error a stable code, such as {@code lookup_failed}
 * @param detail what the error means, in a sentence
 * @param cached whether the result came from a cache
 * @param parentToolCallId the call within which an assistant made this one; absent: the turn's own made it
 */
@WireType("parley.turn.tool_result.v1")
public record ToolResult(
        TurnId turnId,
        String toolCallId,
        String toolId,
        @Nullable Map<String, @Nullable Object> result,
        @Nullable String error,
        @Nullable String detail,
        boolean cached,
        long durationMs,
        @Nullable String parentToolCallId)
        implements TurnEvent {
    /** Of a call of the turn's own assistant. */
    public ToolResult(
            TurnId turnId,
            String toolCallId,
            String toolId,
            @Nullable Map<String, @Nullable Object> result,
            @Nullable String error,
            @Nullable String detail,
            boolean cached,
            long durationMs) {
        this(turnId, toolCallId, toolId, result, error, detail, cached, durationMs, null);
    }
}
