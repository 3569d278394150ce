package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells a body that is no JSON (400) from one whose values are of the wrong type (422). */
final class UnreadableBody {
    private static final String WHOLE = "body";

    private UnreadableBody() {}

    static ProblemException problem(HttpMessageNotReadableException failure) {
        Throwable cause = failure.getCause();
        return switch (cause) {
            case null -> new ProblemException(ProblemCode.MALFORMED_REQUEST, "The request needs a body.", failure);
            case StreamReadException malformed -> notJson(malformed);
            case DatabindException mismatch -> wrongType(mismatch);
            case JacksonException unreadable -> notJson(unreadable);
            default -> new ProblemException(ProblemCode.MALFORMED_REQUEST, "The body cannot be read.", failure);
        };
    }

    private static ProblemException notJson(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        String where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return new ProblemException(
                ProblemCode.MALFORMED_REQUEST, "The body is not valid JSON" + where + ".", malformed);
    }

    private static ProblemException wrongType(DatabindException mismatch) {
        if (mismatch.getCause() instanceof StreamReadException malformed) {
            return notJson(malformed);
        }
        if (mismatch.getCause() instanceof ProblemException own) {
            return own;
        }
        if (isTrailing(mismatch)) {
            return notJson(mismatch);
        }
        String field = path(mismatch.getPath());
        return ProblemException.invalidField(field.isEmpty() ? WHOLE : field, expected(mismatch));
    }

    /** Something behind the value: the parser stops in time, and reports it as a mismatch of nothing. */
    private static boolean isTrailing(DatabindException mismatch) {
        return mismatch.getPath().isEmpty() && mismatch.getOriginalMessage().startsWith("Trailing token");
    }

    private static String expected(DatabindException mismatch) {
        if (mismatch instanceof ValueInstantiationException) {
            return "is not valid";
        }
        Class<?> type = mismatch instanceof MismatchedInputException typed ? typed.getTargetType() : null;
        return Expected.of(type == null ? Object.class : type);
    }

    static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            append(path, reference.getPropertyName(), reference.getIndex());
        }
        return path.toString();
    }

    private static void append(StringBuilder path, @Nullable String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }
}
