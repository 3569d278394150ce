package dev.parley.agent.turn;

import dev.parley.contracts.turn.Decision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody agrees to a tool call.
 *
 * @param argumentsHash of what was shown to them
 * @param left how long they still have; not positive when it is over
 * @param decision null while nobody has decided
 */
record Approval(
        String argumentsHash,
        Duration left,
        @Nullable Decision decision,
        @Nullable String comment) {
    boolean isOpen() {
        return decision == null && left.isPositive();
    }
}
