package dev.parley.bench.stream;

import java.util.Locale;
import java.util.Map;

/**
 * What so many streams got.
 *
 * @param tokens that came in the window
 * @param ofIdeal 1 when as many tokens came as the model says
 */
public record StreamFigures(
        int streams, long tokens, double tokensPerSecond, double ofIdeal, Times times, Faults faults) {
    private static final double LATEST_MILLIS = 250;
    private static final double LEAST_OF_IDEAL = 0.97;
    private static final int PERCENT = 100;

    /**
     * In milliseconds.
     *
     * @param first from the question to its first token, over the model's own time
     * @param toModel the part of it until the model sent the token
     * @param lag from the sending of a token to its receipt
     */
    public record Times(Quantiles first, Quantiles toModel, Quantiles lag) {}

    /**
     * What there is none of in a good run.
     *
     * @param answers that came to their end, of which the others are counted
     */
    public record Faults(int answers, int gaps, int duplicates, Map<String, Integer> errors) {
        public boolean isNone() {
            return gaps == 0 && duplicates == 0 && errors.isEmpty();
        }
    }

    /** Whether so many streams are not too many. */
    public boolean holds() {
        return times.lag().p99() <= LATEST_MILLIS && ofIdeal >= LEAST_OF_IDEAL && faults.isNone();
    }

    /** In a line. */
    public String brief() {
        return String.format(
                Locale.ROOT,
                "first token %.0f / %.0f ms, lag %.0f / %.0f ms, %.1f %% of the ideal, %s",
                times.first().p50(),
                times.first().p99(),
                times.lag().p50(),
                times.lag().p99(),
                ofIdeal * PERCENT,
                faults.isNone() ? "no fault" : "with faults");
    }
}
