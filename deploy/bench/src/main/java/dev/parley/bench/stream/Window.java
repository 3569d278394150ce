package dev.parley.bench.stream;

/** The time that is measured, in microseconds since 1970: all streams run by then, and none stops before its end. */
record Window(long from, long to) {
    private static final double MICROS = 1_000_000;

    boolean contains(long micros) {
        return micros >= from && micros < to;
    }

    double seconds() {
        return (to - from) / MICROS;
    }
}
