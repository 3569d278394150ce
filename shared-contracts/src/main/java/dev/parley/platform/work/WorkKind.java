package dev.parley.platform.work;

import java.time.Duration;

/**
 * What holds for all work of one kind.
 *
 * @param name as in {@link NewWork#kind}; also a label of metrics and the name of the span, so a constant
 * @param deadline from the beginning of its first run; while it retries, it keeps its lane. Then it is given up
 * @param maxFailures how many failures of its own end it
 * @param concurrency how many run at once in one replica
 */
public record WorkKind(String name, Duration deadline, int maxFailures, int concurrency) {

    /** @throws IllegalArgumentException when a number is not positive */
    public WorkKind {
        if (deadline.isNegative() || deadline.isZero() || maxFailures < 1 || concurrency < 1) {
            throw new IllegalArgumentException("work of kind %s needs positive numbers".formatted(name));
        }
    }
}
