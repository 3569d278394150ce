package dev.parley.platform.cache;

import java.time.Duration;

/**
 * An answer with its age.
 *
 * @param fresh how long it was good for when it was new
 * @param freshFor how long it still is; not positive: it is stale
 */
record Aged<T>(T answer, Duration fresh, Duration freshFor) {
    Duration age() {
        return fresh.minus(freshFor);
    }

    boolean isStale() {
        return !freshFor.isPositive();
    }
}
