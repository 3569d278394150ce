package dev.parley.agent.turn;

import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.platform.messaging.WireJson;
import org.jspecify.annotations.Nullable;

/** How far a tool call has come. */
sealed interface JournaledCall {
    /** It was started; whether it had its effect is not known. */
    record Started() implements JournaledCall {}

    /** @param said to the user, by the tool that had to answer */
    record Finished(ToolCallRecord outcome, @Nullable String said) implements JournaledCall {}

    static JournaledCall of(byte @Nullable [] outcome, @Nullable String said) {
        return outcome == null ? new Started() : new Finished(WireJson.read(outcome, ToolCallRecord.class), said);
    }
}
