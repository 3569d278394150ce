package dev.parley.contracts.golden;

import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.contracts.turn.ToolProgress;
import dev.parley.contracts.turn.ToolResult;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnWaiting;
import dev.parley.contracts.turn.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on {@code chat.turn-stream}. */
final class TurnEventSamples {

    private TurnEventSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(start()),
                Sample.of(new Delta(Parts.TURN, Parts.ANSWER_ID, 0, "Im Café \"Odeon\",\nam Bellevue")),
                Sample.of(call(null)),
                Sample.of(call(ToolCallStatus.WAITING_APPROVAL), "waiting"),
                Sample.of(nested(), "nested"),
                Sample.of(result(Parts.CALL)),
                Sample.of(nestedResult(), "nested"),
                Sample.of(result(Parts.FAILED_CALL), "failed"),
                Sample.of(new TurnWaiting(Parts.TURN, List.of(Parts.CALL.toolCallId()), Parts.ASKED)),
                Sample.of(end()),
                Sample.of(calling(), "calling"),
                Sample.of(answered(), "answered"),
                Sample.of(again(), "again"),
                Sample.of(new TurnError(Parts.TURN, "model_unavailable", "The model does not answer.", true)));
    }

    private static MessageStart start() {
        return new MessageStart(
                Parts.TURN, Parts.CONVERSATION, Parts.ANSWER_ID, Parts.QUESTION_ID, 1, "offline", Parts.ASKED);
    }

    private static ToolCall call(@Nullable ToolCallStatus status) {
        return new ToolCall(Parts.TURN, Parts.CALL.toolCallId(), Parts.CALL.toolId(), Parts.CALL.arguments(), status);
    }

    private static ToolCall nested() {
        return new ToolCall(
                Parts.TURN,
                Parts.NESTED_CALL.toolCallId(),
                Parts.NESTED_CALL.toolId(),
                Parts.NESTED_CALL.arguments(),
                ToolCallStatus.RUNNING,
                new ToolProgress("looking for competitors", 0.25),
                Parts.NESTED_CALL.parentToolCallId());
    }

    private static ToolResult nestedResult() {
        ToolCallRecord call = Parts.NESTED_CALL;
        return new ToolResult(
                Parts.TURN,
                call.toolCallId(),
                call.toolId(),
                call.result(),
                null,
                null,
                call.cached(),
                call.durationMs(),
                call.parentToolCallId());
    }

    private static ToolResult result(ToolCallRecord call) {
        return new ToolResult(
                Parts.TURN,
                call.toolCallId(),
                call.toolId(),
                call.result(),
                call.error(),
                call.detail(),
                call.cached(),
                call.durationMs());
    }

    private static MessageEnd calling() {
        return new MessageEnd(
                Parts.TURN,
                Parts.ANSWER_ID,
                "",
                FinishReason.TOOL_CALLS,
                Parts.USAGE,
                List.of(),
                List.of(new RequestedCall(Parts.CALL.toolCallId(), "get_weather", Parts.ARGUMENTS)),
                null);
    }

    private static MessageEnd answered() {
        return new MessageEnd(
                Parts.TURN, Parts.ANSWER_ID, "Ja.", FinishReason.STOP, Parts.USAGE, List.of(), null, "offline");
    }

    private static MessageEnd again() {
        return new MessageEnd(
                Parts.TURN, Parts.ANSWER_ID, "Im Café Odeon.", FinishReason.STOP, Usage.NONE.fromCache(), List.of());
    }

    private static MessageEnd end() {
        return new MessageEnd(
                Parts.TURN, Parts.ANSWER_ID, "Im Café Odeon.", FinishReason.STOP, Parts.USAGE, List.of(Parts.CITATION));
    }
}
