package dev.parley.platform.work;

import java.time.Duration;

/** What an exception means. Decides only. */
final class Verdicts {

    private final Backoff backoff;

    Verdicts(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Of a run that threw. */
    Verdict ofRun(Throwable error, WorkKind kind, int failuresBefore, boolean overdue) {
        if (overdue) {
            return new Verdict.Decided(Todo.deadlineExceeded("last error: " + Texts.of(error)));
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
            default -> new Verdict.Postponed(backoff.after(failuresBefore + 1), true, Texts.of(error));
        };
    }

    static Verdict.Postponed handedBack(Duration pause, String why) {
        return new Verdict.Postponed(pause, false, why);
    }
}
