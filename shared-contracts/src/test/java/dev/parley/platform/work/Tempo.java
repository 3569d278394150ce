package dev.parley.platform.work;

import java.time.Duration;

/** Settings for tests. */
final class Tempo {

    private static final Duration DAY = Duration.ofDays(1);

    private Tempo() {}

    /** Nothing is taken over, however slow the machine is; retries are quick. */
    static WorkSettings steady() {
        return settings(Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    /** A silent worker is missed soon. */
    static WorkSettings shortLease() {
        return settings(Duration.ofMillis(1200), Duration.ofSeconds(20));
    }

    static WorkSettings shortDrain() {
        return settings(Duration.ofSeconds(5), Duration.ofMillis(200));
    }

    private static WorkSettings settings(Duration lease, Duration drain) {
        return new WorkSettings(
                Duration.ofMillis(100),
                lease.multipliedBy(3).dividedBy(4),
                lease,
                Duration.ofMillis(100),
                drain,
                Duration.ofMillis(300),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                200,
                DAY,
                DAY);
    }
}
