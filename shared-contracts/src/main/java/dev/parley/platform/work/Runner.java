package dev.parley.platform.work;

import dev.parley.platform.messaging.Transience;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a claimed item on its own virtual thread and as its tenant, from its claim to its settlement. */
final class Runner {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final Duration AFTER_OWN_FAULT = Duration.ofSeconds(1);

    private final Handlers handlers;
    private final Verdicts verdicts;
    private final Settler settler;
    private final InFlight inFlight;
    private final WorkMetrics metrics;

    Runner(Handlers handlers, Verdicts verdicts, Settler settler, InFlight inFlight, WorkMetrics metrics) {
        this.handlers = handlers;
        this.verdicts = verdicts;
        this.settler = settler;
        this.inFlight = inFlight;
        this.metrics = metrics;
    }

    void start(Execution execution) {
        Thread.ofVirtual()
                .name("work " + execution.claimed().kind() + " "
                        + execution.claimed().id())
                .start(() -> run(execution));
    }

    /** Whoever passes a verdict first is heard; the item's place is free when it is written. */
    void settle(Execution execution, Verdict verdict) {
        if (execution.judge()) {
            settler.add(Settlement.of(execution.claimed(), verdict, _ -> inFlight.remove(execution)));
        }
    }

    /** Makes it due again at once, for any worker; what its thread still does is fenced. */
    void takeAway(Execution execution, String why) {
        execution.lose(); // first, for as soon as the verdict is written it is somebody else's
        settle(execution, Verdicts.handedBack(Duration.ZERO, why));
    }

    private void run(Execution execution) {
        long began = System.nanoTime();
        Verdict verdict = Verdicts.handedBack(AFTER_OWN_FAULT, "the runtime failed, not the handler");
        try (TenantScope _ = TenantScope.named(execution.claimed().tenant());
                WorkTracing trace = WorkTracing.begin(execution.claimed())) {
            verdict = perform(execution, trace);
        } finally {
            settle(execution, verdict);
            metrics.ran(execution.claimed().kind(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Verdict perform(Execution execution, WorkTracing trace) {
        WorkHandler handler = handlers.of(execution.claimed().kind());
        return switch (execution.claimed().todo()) {
            case Todo.Run(Duration left) -> run(handler, execution, left, trace);
            case Todo.Resend() -> resend(handler, execution, trace);
            case Todo.Cancel(String _) -> cancel(handler, execution, trace);
            case Todo.GiveUp(Failure failure, boolean decided)
            when decided -> giveUp(handler, execution, failure, trace);
            case Todo.GiveUp(Failure failure, boolean _) -> decide(handler, execution, failure, trace);
            case Todo.Bury(Failure failure) -> bury(execution, failure);
        };
    }

    private Verdict run(WorkHandler handler, Execution execution, Duration left, WorkTracing trace) {
        try {
            execution.begin(left);
            handler.run(execution.item());
            return new Verdict.Ended(Verdict.End.DONE);
        } catch (Throwable error) {
            report("run", execution, error, trace);
            if (execution.cancelled()) {
                return cancel(handler, execution, trace);
            }
            Verdict verdict =
                    verdicts.ofRun(error, handler.kind(), execution.claimed().failures(), execution.overdue());
            return verdict instanceof Verdict.Decided(Failure failure)
                    ? decide(handler, execution, failure, trace)
                    : verdict;
        }
    }

    /** First the decision, so that nobody runs it again when we die in giving it up. */
    private Verdict decide(WorkHandler handler, Execution execution, Failure failure, WorkTracing trace) {
        return isDecided(execution, failure)
                ? giveUp(handler, execution, failure, trace)
                : Verdicts.handedBack(Duration.ZERO, "taken over before it was given up");
    }

    private Verdict bury(Execution execution, Failure failure) {
        Claimed item = execution.claimed();
        log.error(
                "{} {} is dead and nobody is told, for to end it kills its worker: {}",
                item.kind(),
                item.id(),
                failure);
        return isDecided(execution, failure)
                ? new Verdict.Ended(Verdict.End.GIVEN_UP)
                : Verdicts.handedBack(Duration.ZERO, "taken over before it was buried");
    }

    private boolean isDecided(Execution execution, Failure failure) {
        CompletableFuture<Boolean> ours = new CompletableFuture<>();
        settler.add(Settlement.of(execution.claimed(), new Verdict.Decided(failure), ours::complete));
        return ours.join();
    }

    private Verdict giveUp(WorkHandler handler, Execution execution, Failure failure, WorkTracing trace) {
        try {
            execution.begin(handler.kind().deadline());
            handler.giveUp(execution.item(), failure);
            return new Verdict.Ended(Verdict.End.GIVEN_UP);
        } catch (Throwable error) {
            report("give up", execution, error, trace);
            return verdicts.ofEffort(error, execution.claimed().failures());
        }
    }

    /** That it is cancelled the database knows already. */
    private Verdict cancel(WorkHandler handler, Execution execution, WorkTracing trace) {
        try {
            execution.begin(handler.kind().deadline());
            handler.cancelled(execution.item());
            return new Verdict.Ended(Verdict.End.CANCELLED);
        } catch (Throwable error) {
            report("cancel", execution, error, trace);
            return verdicts.ofEffort(error, execution.claimed().failures());
        }
    }

    private Verdict resend(WorkHandler handler, Execution execution, WorkTracing trace) {
        try {
            execution.begin(handler.kind().deadline());
            handler.resend(execution.item());
            return new Verdict.Ended(Verdict.End.DONE);
        } catch (Throwable error) {
            report("resend", execution, error, trace);
            return verdicts.ofEffort(error, execution.claimed().failures());
        }
    }

    private static void report(String what, Execution execution, Throwable error, WorkTracing trace) {
        Claimed item = execution.claimed();
        if (error instanceof Paused) {
            log.debug("{} {} waits: {}", item.kind(), item.id(), error.getMessage());
            return;
        }
        trace.failed(error);
        switch (error) {
            // What a handler gives up for good it has understood; the reason is kept with the item.
            case Fenced _, RetryLater _, PermanentFailure _ -> inform(what, item, error);
            case Throwable passing when Transience.isTransient(passing) -> inform(what, item, passing);
            default -> log.warn("Could not {} {} {}, attempt {}", what, item.kind(), item.id(), item.attempt(), error);
        }
    }

    private static void inform(String what, Claimed item, Throwable error) {
        log.info("Could not {} {} {}, attempt {}: {}", what, item.kind(), item.id(), item.attempt(), Texts.of(error));
    }
}
