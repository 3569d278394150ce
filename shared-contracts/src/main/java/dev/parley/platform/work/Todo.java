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

    /** It is ended, for nobody wants it any more. */
    record Cancel(String reason) implements Todo {}

    /**
     * It is given up.
     *
     * @param decided whether the database knows it already
     */
    record GiveUp(Failure failure, boolean decided) implements Todo {}

    /** It is dead, and nobody is told: whoever tried to end it has died. */
    record Bury(Failure failure) implements Todo {}

    /** What the row of a claimed item says. */
    record Row(
            String step,
            @Nullable String code,
            @Nullable String detail,
            boolean cancelled,
            @Nullable String cancelReason,
            boolean expired,
            int crashes,
            Duration left) {}

    static Todo of(Row row) {
        if (row.crashes() >= Suspects.HOPELESS) {
            return new Bury(crashedWorkers(row.crashes()));
        }
        return switch (row.step()) {
            case "resend" -> new Resend();
            case "give_up" -> new GiveUp(new Failure(text(row.code()), text(row.detail())), true);
            default -> row.cancelled() ? new Cancel(text(row.cancelReason())) : run(row);
        };
    }

    private static Todo run(Row row) {
        if (row.crashes() >= Suspects.TOO_MANY) {
            return new GiveUp(crashedWorkers(row.crashes()), false);
        }
        if (row.expired()) {
            return new GiveUp(new Failure(Failure.EXPIRED, "it had not begun when its time was over"), false);
        }
        return row.left().isPositive() ? new Run(row.left()) : new GiveUp(deadlineExceeded(row.detail()), false);
    }

    private static String text(@Nullable String column) {
        return column == null ? "" : column;
    }

    private static Failure crashedWorkers(int times) {
        return new Failure(Failure.CRASHED_WORKERS, "its worker died %d times while it ran".formatted(times));
    }

    static Failure deadlineExceeded(@Nullable String lastError) {
        return new Failure(
                Failure.DEADLINE_EXCEEDED, lastError == null ? "it took too long" : "it took too long; " + lastError);
    }
}
