package dev.parley.simulator.llm.measure;

/** How late tokens were, in steps of ten microseconds up to ten seconds. One thread adds. */
final class Lags {
    private static final int STEP_MICROS = 10;
    private static final int STEPS = 1_000_000;

    private final int[] counts = new int[STEPS];
    private volatile long count;

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void add(long micros) {
        counts[Math.clamp(micros / STEP_MICROS, 0, STEPS - 1)]++;
        count++;
    }

    long count() {
        return count;
    }

    /** In milliseconds. */
    double quantile(double share) {
        long below = (long) Math.ceil(share * count);
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += counts[step];
            if (seen >= below) {
                return (step + 1) * STEP_MICROS / 1000.0;
            }
        }
        return Double.NaN;
    }
}
