package dev.parley.bench.run;

import dev.parley.bench.stream.Shape;
import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param streams how many at once, one run each; empty: none
 * @param window how long each run of these is measured
 */
record Wishes(
        List<Integer> streams,
        Shape shape,
        Duration window,
        boolean ramp,
        boolean lists,
        boolean knowledge,
        boolean start) {
    private static final List<Integer> USUAL = List.of(20, 300, 600);

    /** Who names no part wants them all. */
    Wishes orAll() {
        boolean none = streams.isEmpty() && !ramp && !lists && !knowledge && !start;
        return none ? new Wishes(USUAL, shape, window, true, true, true, true) : this;
    }
}
