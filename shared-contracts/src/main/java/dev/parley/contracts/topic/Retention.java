package dev.parley.contracts.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a topic keeps its records.
 *
 * @param period absent: compacted, the last record of each key is kept for good
 */
public record Retention(@Nullable Duration period) {
    public static final Retention COMPACTED = new Retention(null);

    static Retention days(int days) {
        return new Retention(Duration.ofDays(days));
    }
}
