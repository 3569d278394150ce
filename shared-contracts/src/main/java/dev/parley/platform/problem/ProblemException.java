package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be fulfilled, thrown anywhere below a controller and answered as {@code application/problem+json}.
 * The detail is read by clients: never a secret, an SQL fragment or a class name. Not for use by several threads.
 */
public final class ProblemException extends RuntimeException {
    private static final int TOO_MANY = 429;

    private final ProblemCode code;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, null);
    }

    public ProblemException(ProblemCode code, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    /** 422 for one field; more are added with {@link #withField}. */
    public static ProblemException invalidField(String field, String message) {
        return new ProblemException(ProblemCode.VALIDATION_FAILED, field + " " + message).withField(field, message);
    }

    /** 404, in the same words for what is absent and for what is somebody else's. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
    }

    /** Adds a member to the problem object, such as the id of the turn that is running. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds an entry to the problem's {@code errors}. */
    public ProblemException withField(String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    /** Tells the client when to try again ({@code Retry-After}, whole seconds, rounded up). */
    public ProblemException retryAfter(Duration delay) {
        retryAfter = delay;
        return this;
    }

    public ProblemCode code() {
        return code;
    }

    /** What happened; with a refusal for too many, also when to come again. */
    public String detail() {
        Long seconds = retryAfterSeconds();
        return code.status() == TOO_MANY && seconds != null
                ? getMessage() + " Come again in " + seconds + (seconds == 1 ? " second." : " seconds.")
                : String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What {@code Retry-After} says. */
    public @Nullable Long retryAfterSeconds() {
        return retryAfter == null
                ? null
                : Long.valueOf(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }
}
