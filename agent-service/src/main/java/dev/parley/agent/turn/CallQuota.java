package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.contracts.turn.ToolCallRecord;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How much may be done for a turn, by all its assistants together. Thread-safe. */
final class CallQuota {
    static final int MOST_CALLS = 256;
    static final int MOST_TASKS = 16;

    private static final Failure TOO_MANY_CALLS =
            new Failure("too_many_calls", "A turn makes " + MOST_CALLS + " calls at most. Answer with what is known.");
    private static final Failure TOO_MANY_TASKS = new Failure(
            "too_many_tasks", "A turn hands over " + MOST_TASKS + " tasks at most. Answer with what is known.");

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger tasks = new AtomicInteger();

    /** Whether it was one too many, of which there may be any number. */
    static boolean refused(ToolCallRecord call) {
        return TOO_MANY_CALLS.code().equals(call.error());
    }

    /** Counts a call. @return why it may not begin; empty when it may */
    Optional<Failure> take(Call call) {
        if (calls.incrementAndGet() > MOST_CALLS) {
            return Optional.of(TOO_MANY_CALLS);
        }
        boolean isTask = call.prepared() instanceof Handover;
        return isTask && tasks.incrementAndGet() > MOST_TASKS ? Optional.of(TOO_MANY_TASKS) : Optional.empty();
    }
}
