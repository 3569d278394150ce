package dev.parley.agent.turn;

import java.time.Duration;
import java.util.List;

/** Some calls of a step wait for somebody to agree; all others are done. */
final class ApprovalWanted extends RuntimeException {
    private final transient List<Call> calls;
    private final Duration atMost;

    /** @param atMost until the first of them has waited long enough */
    ApprovalWanted(List<Call> calls, Duration atMost) {
        super(calls.size() + " tool calls wait for approval");
        this.calls = List.copyOf(calls);
        this.atMost = atMost;
    }

    List<String> toolCallIds() {
        return calls.stream().map(call -> call.effect().toString()).toList();
    }

    Duration atMost() {
        return atMost;
    }
}
