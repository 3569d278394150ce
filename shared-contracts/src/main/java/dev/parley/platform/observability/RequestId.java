package dev.parley.platform.observability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id by which a request is known to its client and in our logs. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    private static final int MAX_LENGTH = 128;

    private RequestId() {}

    /** The client's own if it can stand in a log line, else a new one. */
    public static String of(@Nullable String header) {
        return header != null && isPresentable(header)
                ? header
                : UUID.randomUUID().toString();
    }

    private static boolean isPresentable(String header) {
        return !header.isEmpty()
                && header.length() <= MAX_LENGTH
                && header.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
