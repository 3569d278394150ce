package dev.parley.local.stack;

import java.time.Duration;

/** How long to wait before a restart: 1 s, then twice as long each time up to 30 s; reset by a long life. */
final class BackOff {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);

    private final Duration shortest;
    private Duration next;

    BackOff(Duration shortest) {
        this.shortest = shortest;
        this.next = shortest;
    }

    /** The wait after a life of this length. */
    synchronized Duration after(Duration life) {
        if (life.compareTo(LONG_LIFE) > 0) {
            next = shortest;
        }
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
