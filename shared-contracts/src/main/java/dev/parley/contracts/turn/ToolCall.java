package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.TurnId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool is about to run, or waits for approval.
 *
 * @param toolCallId the effect id: turn, step and index, never an id that a model made up
 * @param status absent when it runs at once
 */
@WireType("parley.turn.tool_call.v1")
public record ToolCall(
        TurnId turnId,
        String toolCallId,
        String toolId,
        Map<String, @Nullable Object> arguments,
        @Nullable ToolCallStatus status)
        implements TurnEvent {}
