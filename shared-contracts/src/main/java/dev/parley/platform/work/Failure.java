package dev.parley.platform.work;

/**
 * Why an item was given up.
 *
 * @param code a {@link PermanentFailure}'s, or one of the constants
 * @param detail for people; may hold the text of an exception
 */
public record Failure(String code, String detail) {

    /** It had not begun when its time to begin was over. */
    public static final String EXPIRED = "expired";

    /** Nobody wanted it any more. */
    public static final String CANCELLED = "cancelled";

    /** Its kind's deadline passed. */
    public static final String DEADLINE_EXCEEDED = "deadline_exceeded";

    /** Its workers died so often while it ran that it may be the cause. */
    public static final String CRASHED_WORKERS = "crashed_workers";

    /** It failed as often as its kind may; the detail is the last error. */
    public static final String TOO_MANY_FAILURES = "too_many_failures";
}
