package dev.parley.agent.job;

import dev.parley.platform.work.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a job came to.
 *
 * @param status one of the three ends
 * @param result of one that succeeded, if it has any
 * @param error of one that did not
 */
public record JobEnd(
        JobStatus status, @Nullable Object result, @Nullable JobError error) {
    static JobEnd succeeded(@Nullable Object result) {
        return new JobEnd(JobStatus.SUCCEEDED, result, null);
    }

    static JobEnd cancelled() {
        return new JobEnd(JobStatus.CANCELLED, null, null);
    }

    /** What an exception said stays in our logs. */
    static JobEnd failed(Failure failure) {
        return new JobEnd(JobStatus.FAILED, null, new JobError(failure.code(), detail(failure)));
    }

    private static String detail(Failure failure) {
        return switch (failure.code()) {
            case Failure.EXPIRED -> "The job waited too long to begin.";
            case Failure.DEADLINE_EXCEEDED -> "The job took too long.";
            case Failure.TOO_MANY_FAILURES -> "The job failed on our side, several times.";
            case Failure.CRASHED_WORKERS -> "The job broke off on our side, several times.";
            default -> failure.detail();
        };
    }
}
