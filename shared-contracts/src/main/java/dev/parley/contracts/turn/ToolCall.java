package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.TurnId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool is about to run, runs on, or waits for approval. One that runs on is told of several times, by the same id.
 *
 * @param toolCallId the effect id: turn, step and index, never an id that a model made up
 * @param status absent when it runs at once
 * @param progress how far one that is running has come
 * @param parentToolCallId the call within which an assistant makes this one; absent: the turn's own makes it
 */
@WireType("parley.turn.tool_call.v1")
public record ToolCall(
        TurnId turnId,
        String toolCallId,
        String toolId,
        Map<String, @Nullable Object> arguments,
        @Nullable ToolCallStatus status,
        @Nullable ToolProgress progress,
        @Nullable String parentToolCallId)
        implements TurnEvent {
    /** A call of the turn's own assistant that has not come anywhere yet. */
    public ToolCall(
            TurnId turnId,
            String toolCallId,
            String toolId,
            Map<String, @Nullable Object> arguments,
            @Nullable ToolCallStatus status) {
        this(turnId, toolCallId, toolId, arguments, status, null, null);
    }
}
