package dev.parley.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Says in a client's words what a constraint accepts, where Bean Validation says it in a programmer's. */
final class ConstraintWords {
    private static final String STANDARD = "{jakarta.validation.";

    private ConstraintWords() {}

    static String of(ConstraintViolation<?> violation) {
        if (!violation.getMessageTemplate().startsWith(STANDARD)) {
            return violation.getMessage();
        }
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint) {
            case Size size -> size(size.min(), size.max(), violation.getInvalidValue());
            case Pattern _ -> "has not the form that is accepted";
            default -> violation.getMessage();
        };
    }

    private static String size(int min, int max, @Nullable Object given) {
        String what = given instanceof CharSequence ? " character" : given instanceof Iterable ? " item" : " entry";
        if (max == Integer.MAX_VALUE) {
            return "must have at least " + min + plural(what, min);
        }
        return min == 0
                ? "must have at most " + max + plural(what, max)
                : "must have " + min + " to " + max + plural(what, max);
    }

    private static String plural(String what, int count) {
        if (count == 1) {
            return what;
        }
        return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
    }
}
