package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.Transience;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells whether the database or the broker is what failed: then the same request may succeed in a moment. */
final class Dependency {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private Dependency() {}

    static boolean isDown(Throwable failure) {
        return Transience.isTransient(failure) || hasLostConnection(failure);
    }

    static ProblemException problem(Throwable cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "A part of the service is not available at the moment; try again.",
                        cause)
                .retryAfter(DELAY);
    }

    /** A connection that breaks during a commit comes as a failure of the transaction manager. */
    private static boolean hasLostConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnectionState(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Connection exceptions, insufficient resources, operator intervention. */
    private static boolean isConnectionState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
