package dev.parley.agent.turn;

import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The calls of a turn as they go into its outcome, which has to fit into one record of the log: once they are too much
 * together, only the names and ends of further ones are kept, and nothing of those that were too many to be made.
 */
final class KeptCalls {
    private static final int MOST_BYTES = 1024 * 1024;

    private final List<ToolCallRecord> calls = new ArrayList<>();
    private int bytes;

    void addAll(Collection<ToolCallRecord> more) {
        more.stream().filter(call -> !CallQuota.refused(call)).forEach(this::add);
    }

    private void add(ToolCallRecord call) {
        int size = WireJson.write(call).length;
        if (bytes + size > MOST_BYTES) {
            calls.add(bare(call));
        } else {
            bytes += size;
            calls.add(call);
        }
    }

    private static ToolCallRecord bare(ToolCallRecord call) {
        return new ToolCallRecord(
                call.toolCallId(),
                call.toolId(),
                Map.of(),
                call.error() == null ? Map.of("truncated", true) : null,
                call.error(),
                null,
                call.cached(),
                call.durationMs(),
                call.parentToolCallId());
    }

    List<ToolCallRecord> all() {
        return List.copyOf(calls);
    }
}
