package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.Transience;
import java.time.Duration;

/** Tells whether the database or the broker is what failed: then the same request may succeed in a moment. */
final class Dependency {
    private static final Duration DELAY = Duration.ofSeconds(2);

    private Dependency() {}

    static boolean isDown(Throwable failure) {
        return Transience.isTransient(failure);
    }

    static ProblemException problem(Throwable cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "A part of the service is not available at the moment; try again.",
                        cause)
                .retryAfter(DELAY);
    }
}
