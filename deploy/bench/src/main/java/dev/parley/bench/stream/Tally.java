package dev.parley.bench.stream;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts what all streams of a run get. Times count when their beginning is in the window, faults always. For one thread. */
final class Tally {
    private final Window window;
    private final Shape shape;
    private final Histogram first = Quantiles.histogram();
    private final Histogram toModel = Quantiles.histogram();
    private final Histogram lag = Quantiles.histogram();
    private final Map<String, Integer> errors = new TreeMap<>();
    private long tokens;
    private int answers;
    private int gaps;
    private int duplicates;

    Tally(Window window, Shape shape) {
        this.window = window;
        this.shape = shape;
    }

    void token(long sent, long received) {
        if (window.contains(received)) {
            tokens++;
        }
        if (window.contains(sent)) {
            Quantiles.add(lag, received - sent);
        }
    }

    /** The first token of a question that was asked then. */
    void first(long asked, long sent, long received) {
        if (window.contains(asked)) {
            long own = shape.first().toNanos() / 1000;
            Quantiles.add(first, received - asked - own);
            Quantiles.add(toModel, sent - asked - own);
        }
    }

    void answered(Answer answer) {
        answers++;
        gaps += answer.gaps(shape.tokens());
        duplicates += answer.duplicates();
    }

    void error(String what) {
        errors.merge(what, 1, Integer::sum);
    }

    StreamFigures figures(int streams) {
        double perSecond = tokens / window.seconds();
        return new StreamFigures(
                streams,
                tokens,
                perSecond,
                perSecond / shape.ideal(streams),
                new StreamFigures.Times(Quantiles.of(first), Quantiles.of(toModel), Quantiles.of(lag)),
                new StreamFigures.Faults(answers, gaps, duplicates, Map.copyOf(errors)));
    }
}
