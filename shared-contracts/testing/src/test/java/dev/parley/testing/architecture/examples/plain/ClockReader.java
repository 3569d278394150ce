package dev.parley.testing.architecture.examples.plain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads the system's clock in every way there is. */
final class ClockReader {

    private ClockReader() {}

    static final class ByInstant {
        Instant read() {
            return Instant.now();
        }
    }

    static final class ByZone {
        LocalDate read() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    static final class ByMillis {
        long read() {
            return System.currentTimeMillis();
        }
    }

    static final class ByOwnClock {
        Instant read() {
            return Clock.systemUTC().instant();
        }
    }
}
