package dev.parley.bench.stream;

import java.time.Clock;
import java.time.Instant;

/** Microseconds since 1970, as the simulator writes them into its tokens. */
record MicroClock(Clock clock) {
    private static final long MICROS = 1_000_000;
    private static final int NANOS = 1000;

    long now() {
        Instant now = clock.instant();
        return now.getEpochSecond() * MICROS + now.getNano() / NANOS;
    }
}
