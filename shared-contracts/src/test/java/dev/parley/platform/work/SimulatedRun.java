package dev.parley.platform.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A run in steps between which anything may happen, its process being stopped for longer than its lease among it. It does
 * what {@link Runner} and a careful handler do: one call to another system, journalled before and after, one decision, one
 * telling of it.
 */
final class SimulatedRun {

    private enum Step {
        BEGIN,
        JOURNAL,
        ASK_BEFORE_EFFECT,
        EFFECT,
        RESULT,
        DECIDE,
        ASK_BEFORE_TELLING,
        TELL,
        END
    }

    private static final List<Step> WHOLE = List.of(Step.values());
    private static final List<Step> FINISH =
            List.of(Step.BEGIN, Step.DECIDE, Step.ASK_BEFORE_TELLING, Step.TELL, Step.END);

    private final Claimed claimed;
    private final ItemFence fence;
    private final Execution execution;
    private final ExpectedItem item;
    private final SimulatedWorker worker;
    private final Deque<Step> script = new ArrayDeque<>();
    private Verdict.End end = Verdict.End.DONE;
    private String outcome = "done";
    private boolean running;

    SimulatedRun(Claimed claimed, ItemFence fence, Execution execution, ExpectedItem item, SimulatedWorker worker) {
        this.claimed = claimed;
        this.fence = fence;
        this.execution = execution;
        this.item = item;
        this.worker = worker;
        begin();
    }

    private void begin() {
        switch (claimed.todo()) {
            case Todo.Run(Duration left) -> {
                running = true;
                perform(WHOLE, Verdict.End.DONE, "done", left);
            }
            case Todo.Resend() -> perform(FINISH, Verdict.End.DONE, "nothing to send again", Duration.ofHours(1));
            case Todo.Cancel(String _) -> cancel();
            case Todo.Bury(Failure failure) -> decide(failure);
            case Todo.GiveUp(Failure failure, boolean decided) -> {
                if (decided) {
                    giveUp(failure);
                } else {
                    decide(failure);
                }
            }
        }
    }

    Execution execution() {
        return execution;
    }

    Claimed claimed() {
        return claimed;
    }

    /** Nothing to do while its decision is on its way, and when it has ended. */
    boolean canStep() {
        return !script.isEmpty();
    }

    void step(Faults faults) {
        Step next = script.element();
        worker.note(item.name() + "#" + claimed.attempt() + " " + next);
        try {
            if (faults.strikes(execution)) {
                throw faults.error(execution);
            }
            take(next);
            script.poll();
        } catch (Exception e) {
            failed(e);
        }
    }

    private void take(Step step) {
        switch (step) {
            case BEGIN -> skipWhatIsDecided();
            case JOURNAL -> journal();
            case ASK_BEFORE_EFFECT, ASK_BEFORE_TELLING -> {
                fence.require();
                requireCurrent();
            }
            case EFFECT -> item.effects++;
            case RESULT -> {
                requireInTransaction();
                item.result = "done";
            }
            case DECIDE -> {
                requireInTransaction();
                item.decide(outcome);
            }
            case TELL -> item.emitted.add(String.valueOf(item.outcome));
            case END -> settle(new Verdict.Ended(end));
        }
    }

    private void skipWhatIsDecided() {
        if (item.outcome != null) {
            perform(FINISH, end, outcome);
        }
    }

    /** A call that was begun and has no result may have been made: it is not made again. */
    private void journal() {
        requireInTransaction();
        if (item.started) {
            item.result = item.result == null ? "unknown" : item.result;
            perform(FINISH, end, "done, " + item.result);
        }
        item.started = true;
    }

    private void requireInTransaction() {
        worker.requireDatabase();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        fence.requireInTransaction();
        requireCurrent();
    }

    private void requireCurrent() {
        ExpectedItem current = item;
        ExpectedWork.check(
                worker.expected().isCurrent(current.id, claimed.attempt()),
                current,
                "attempt %d passes its fence, and is not the one that runs".formatted(claimed.attempt()));
    }

    /** As {@link Runner} takes it. */
    private void failed(Exception error) {
        if (!running) {
            settle(worker.verdicts().ofEffort(error, claimed.failures()));
        } else if (execution.cancelled()) {
            cancel();
        } else {
            switch (worker.verdicts().ofRun(error, SimulatedWorker.KIND, claimed.failures(), execution.overdue())) {
                case Verdict.Decided(Failure failure) -> decide(failure);
                case Verdict verdict -> settle(verdict);
            }
        }
    }

    private void decide(Failure failure) {
        running = false;
        script.clear();
        CompletableFuture<Boolean> ours = new CompletableFuture<>();
        worker.tell(Settlement.of(claimed, new Verdict.Decided(failure), ours::complete));
        var _ = ours.thenAccept(accepted -> {
            if (accepted) {
                giveUp(failure);
            } else {
                settle(Verdicts.handedBack(Duration.ZERO, "taken over before it was given up"));
            }
        });
    }

    private void giveUp(Failure failure) {
        perform(FINISH, Verdict.End.GIVEN_UP, "failed: " + failure.code(), SimulatedWorker.KIND.deadline());
    }

    private void cancel() {
        running = false;
        perform(FINISH, Verdict.End.CANCELLED, "cancelled", SimulatedWorker.KIND.deadline());
    }

    private void perform(List<Step> steps, Verdict.End how, String what, Duration limit) {
        execution.begin(limit);
        script.clear();
        perform(steps, how, what);
    }

    /** Where it is at its first step, that one is about to be taken from the script. */
    private void perform(List<Step> steps, Verdict.End how, String what) {
        script.clear();
        script.addAll(steps);
        end = how;
        outcome = what;
    }

    private void settle(Verdict verdict) {
        script.clear();
        worker.settle(this, verdict);
    }
}
