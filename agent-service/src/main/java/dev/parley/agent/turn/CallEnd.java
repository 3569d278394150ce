package dev.parley.agent.turn;

import dev.parley.contracts.turn.ToolCallRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param within the calls that were made for it, by the assistant that it was handed to
 * @param said to the user, by the tool that had to answer
 */
record CallEnd(
        ToolCallRecord record,
        List<ToolCallRecord> within,
        @Nullable String said) {
    static CallEnd of(ToolCallRecord record) {
        return new CallEnd(record, List.of(), null);
    }

    /** Whether it leaves the model nothing to say. */
    boolean isAnswer() {
        return said != null && record.error() == null;
    }

    /** With the calls within it, behind it. */
    List<ToolCallRecord> all() {
        List<ToolCallRecord> all = new ArrayList<>();
        all.add(record);
        all.addAll(within);
        return all;
    }
}
