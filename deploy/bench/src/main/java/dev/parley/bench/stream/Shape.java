package dev.parley.bench.stream;

import java.time.Duration;

/**
 * What each answer is like.
 *
 * @param gap between two tokens
 * @param first before the first token: the model's own time
 */
public record Shape(int tokens, Duration gap, Duration first) {

    /** The simulator's model that answers like this. */
    public String model() {
        String late = first.isZero() ? "" : "+" + first.toMillis();
        return "sim-" + tokens + "x" + gap.toMillis() + late;
    }

    /** From one question of a stream to its next, if nothing takes longer than it has to. */
    public Duration period() {
        return first.plus(gap.multipliedBy(tokens));
    }

    /** Tokens a second that so many streams get from a model without anything in between. */
    double ideal(int streams) {
        return streams * tokens / (period().toNanos() / 1e9);
    }
}
