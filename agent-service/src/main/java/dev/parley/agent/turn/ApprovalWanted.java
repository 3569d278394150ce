package dev.parley.agent.turn;

import java.time.Duration;
import java.util.Collections;
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

    /** Of several steps: those of assistants that work side by side. */
    static ApprovalWanted of(List<ApprovalWanted> all) {
        return new ApprovalWanted(
                all.stream().flatMap(it -> it.calls.stream()).toList(),
                Collections.min(all.stream().map(ApprovalWanted::atMost).toList()));
    }

    List<String> toolCallIds() {
        return calls.stream().map(call -> call.effect().toString()).toList();
    }

    Duration atMost() {
        return atMost;
    }
}
