package dev.parley.platform.problem;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A parameter that cannot be read as what it should be. */
final class WrongParameter {
    private WrongParameter() {}

    static ProblemException of(MethodArgumentTypeMismatchException mismatch) {
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        if (isInPath(mismatch.getParameter())) {
            // Ids are opaque to clients: one that cannot be an id is an id of nothing.
            return ByStatus.of(404, mismatch);
        }
        Class<?> type = mismatch.getRequiredType();
        return ProblemException.invalidField(mismatch.getName(), Expected.of(type == null ? Object.class : type));
    }

    private static boolean isInPath(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(PathVariable.class);
    }
}
