package dev.parley.bench.stream;

import org.HdrHistogram.Histogram;

/** Of many times, in milliseconds. */
public record Quantiles(long count, double p50, double p99, double most) {
    private static final long HIGHEST_MICROS = 600_000_000;
    private static final int DIGITS = 3;
    private static final double MICROS = 1000;

    /** For microseconds. */
    public static Histogram histogram() {
        return new Histogram(HIGHEST_MICROS, DIGITS);
    }

    /** Clocks may differ by a microsecond: nothing came before it was sent. */
    public static void add(Histogram histogram, long micros) {
        histogram.recordValue(Math.clamp(micros, 0, HIGHEST_MICROS));
    }

    public static Quantiles of(Histogram micros) {
        return new Quantiles(micros.getTotalCount(), at(micros, 50), at(micros, 99), micros.getMaxValue() / MICROS);
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS;
    }
}
