package dev.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How something is, and how long it took to answer.
 *
 * @param latencyMs absent when it did not answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Seen(State status, @Nullable Double latencyMs) {

    static final Seen NOT_CONFIGURED = new Seen(State.NOT_CONFIGURED, null);
    static final Seen DOWN = new Seen(State.DOWN, null);

    static Seen of(State status, Duration took) {
        return new Seen(status, millis(took));
    }

    /** In milliseconds, to a tenth. */
    private static double millis(Duration took) {
        return Math.round(took.toNanos() / 100_000.0) / 10.0;
    }
}
