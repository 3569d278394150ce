package dev.parley.bench.run;

import dev.parley.bench.report.Results;
import java.util.ArrayList;
import java.util.List;

/** Looks for the most streams that hold: doubles until it is too much, then halves what is open. */
record Ramp(int from, int step, int most) {

    /** Measures so many streams. */
    interface Measuring {
        Results.Step measure(int streams) throws InterruptedException;
    }

    /** All that was tried, in this order. */
    List<Results.Step> run(Measuring measuring) throws InterruptedException {
        List<Results.Step> tried = new ArrayList<>();
        int good = 0;
        int bad = most + step;
        for (int next = from; next > good && next < bad; next = next(good, bad)) {
            Results.Step result = measuring.measure(next);
            tried.add(result);
            if (result.parley().figures().holds()) {
                good = next;
            } else {
                bad = next;
            }
        }
        return tried;
    }

    private int next(int good, int bad) {
        boolean open = bad > most;
        int next = open ? Math.min(2 * good, most) : (good + bad) / 2;
        return next / step * step;
    }
}
