package dev.parley.testing.architecture.examples.plain;

import java.time.Clock;
import java.time.Instant;

record ClockUser(Clock clock) {
    Instant started() {
        return Instant.now(clock);
    }

    long nanos() {
        return System.nanoTime();
    }
}
