package dev.parley.platform.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The work has to wait, and keeps its lane meanwhile. With a time (a provider's {@code Retry-After}) it is not counted as a
 * failure, so only the kind's deadline bounds it; without one it is a failure like any other, with a known reason.
 */
public final class RetryLater extends RuntimeException {

    private final @Nullable Duration after;

    public RetryLater(String reason, @Nullable Duration after) {
        this(reason, after, null);
    }

    public RetryLater(String reason, @Nullable Duration after, @Nullable Throwable cause) {
        super(reason, cause);
        this.after = after;
    }

    public @Nullable Duration after() {
        return after;
    }
}
