package dev.parley.contracts.turn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that the client has to make of a tool of its own. */
public record RequestedCall(String toolCallId, String toolId, Map<String, @Nullable Object> arguments) {

    /** Those that wait for the client; null when none does, as it is on the wire. */
    public static @Nullable List<RequestedCall> of(List<ToolCallRecord> calls) {
        List<RequestedCall> waiting = calls.stream()
                .filter(ToolCallRecord::awaitsResult)
                .map(call -> new RequestedCall(call.toolCallId(), call.toolId(), call.arguments()))
                .toList();
        return waiting.isEmpty() ? null : waiting;
    }
}
