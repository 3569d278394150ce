package dev.parley.simulator.llm;

import java.time.Duration;

/** When tokens are sent: the first this long after the request, each other this long after the one before. */
public record Pace(Duration first, Duration gap) {
    static final Pace DEFAULT = new Pace(Duration.ZERO, Duration.ofMillis(5));

    Pace withFirst(Duration other) {
        return new Pace(other, gap);
    }

    Pace withGap(Duration other) {
        return new Pace(first, other);
    }

    /** How long it takes to say so many tokens. */
    Duration total(int tokens) {
        return first.plus(gap.multipliedBy(Math.max(tokens - 1, 0)));
    }
}
