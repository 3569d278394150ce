package dev.parley.platform.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is to be done with a claimed item. */
sealed interface Todo {

    /**
     * It runs.
     *
     * @param left until its deadline
     */
    record Run(Duration left) implements Todo {}

    /** Its result is sent again. */
    record Resend() implements Todo {}

    /**
     * It is given up.
     *
     * @param decided whether the database knows it already
     */
    record GiveUp(Failure failure, boolean decided) implements Todo {}

    static Todo of(
            @Nullable String step, @Nullable String code, @Nullable String detail, boolean expired, Duration left) {
        if ("resend".equals(step)) {
            return new Resend();
        }
        if ("give_up".equals(step) && code != null) {
            return new GiveUp(new Failure(code, detail == null ? "" : detail), true);
        }
        if (expired) {
            return new GiveUp(new Failure(Failure.EXPIRED, "it had not begun when its time was over"), false);
        }
        if (!left.isPositive()) {
            return new GiveUp(deadlineExceeded(detail), false);
        }
        return new Run(left);
    }

    static Failure deadlineExceeded(@Nullable String lastError) {
        return new Failure(
                Failure.DEADLINE_EXCEEDED, lastError == null ? "it took too long" : "it took too long; " + lastError);
    }
}
