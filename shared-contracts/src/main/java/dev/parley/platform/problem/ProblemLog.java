package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Logs what we are to blame for; what clients get wrong is told by the access log alone. */
final class ProblemLog {
    private static final Logger log = LoggerFactory.getLogger(ProblemLog.class);

    private ProblemLog() {}

    static void answered(ProblemException problem, Throwable failure) {
        if (problem.code() == ProblemCode.INTERNAL_ERROR) {
            log.error("A request failed", failure);
        } else if (problem.code() == ProblemCode.DEPENDENCY_UNAVAILABLE) {
            log.warn("A dependency is not available: {} ({})", failure.toString(), rootOf(failure));
        }
    }

    static void streamBroke(Throwable failure) {
        log.debug("An answer that had begun broke off: {}", rootOf(failure));
    }

    private static String rootOf(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).toString();
    }
}
