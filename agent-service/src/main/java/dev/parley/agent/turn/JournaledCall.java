package dev.parley.agent.turn;

import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;

/** How far a tool call has come. */
sealed interface JournaledCall {
    /** It was started; whether it had its effect is not known. */
    record Started() implements JournaledCall {}

    record Finished(ToolCallRecord outcome) implements JournaledCall {}

    static JournaledCall of(byte @Nullable [] outcome) {
        return outcome == null ? new Started() : new Finished(WireJson.read(outcome, ToolCallRecord.class));
    }
}
