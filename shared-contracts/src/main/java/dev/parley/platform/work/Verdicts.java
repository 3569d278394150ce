package dev.parley.platform.work;

import dev.parley.platform.messaging.Transience;
import java.time.Duration;

/** What an exception means. Decides only. */
final class Verdicts {

    /** Between two tries of what waits for the broker or the database, which is no failure of its own. */
    private static final Duration UNTIL_IT_PASSES = Duration.ofSeconds(2);

    private final Backoff backoff;

    Verdicts(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Of a run that threw. */
    Verdict ofRun(Throwable error, WorkKind kind, int failuresBefore, boolean overdue) {
        if (overdue) {
            return new Verdict.Decided(Todo.deadlineExceeded("last error: " + Texts.of(error)));
        }
        if (error instanceof Paused paused) {
            return new Verdict.Paused(paused.atMost(), Texts.of(paused));
        }
        if (error instanceof PermanentFailure permanent) {
            return new Verdict.Decided(permanent.failure());
        }
        Verdict.Postponed postponed = ofEffort(error, failuresBefore);
        return postponed.counted() && failuresBefore + 1 >= kind.maxFailures()
                ? new Verdict.Decided(new Failure(Failure.TOO_MANY_FAILURES, postponed.why()))
                : postponed;
    }

    /** Of something that has to work in the end: to send a result again, or to give up. */
    Verdict.Postponed ofEffort(Throwable error, int failuresBefore) {
        return switch (error) {
            case Fenced fenced -> handedBack(backoff.shortest(), Texts.of(fenced));
            case RetryLater later
            when later.after() != null -> handedBack(backoff.atLeast(later.after()), Texts.of(later));
            case Throwable passing
            when Transience.isTransient(passing) -> handedBack(backoff.atLeast(UNTIL_IT_PASSES), Texts.of(passing));
            default -> new Verdict.Postponed(backoff.after(failuresBefore + 1), true, Texts.of(error));
        };
    }

    static Verdict.Postponed handedBack(Duration pause, String why) {
        return new Verdict.Postponed(pause, false, why);
    }
}
