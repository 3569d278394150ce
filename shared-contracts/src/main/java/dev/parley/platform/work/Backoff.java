package dev.parley.platform.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: longer each time, and at random, so that what failed together does not return together. */
final class Backoff {

    private static final int DOUBLINGS = 20; // more would overflow before the longest pause cuts them off

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Between half and all of the pause after so many failures, counted from 1. */
    Duration after(int failures) {
        long doubled = first.toMillis() << Math.clamp(failures - 1, 0, DOUBLINGS);
        long whole = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(random.nextLong((whole + 1) / 2, whole + 1));
    }

    /** At least the pause that was asked for, and up to a tenth more. */
    Duration atLeast(Duration asked) {
        long millis = Math.max(0, asked.toMillis());
        return Duration.ofMillis(millis + random.nextLong(millis / 10 + 1));
    }

    /** Where waiting is not about a failure. */
    Duration shortest() {
        return first;
    }
}
