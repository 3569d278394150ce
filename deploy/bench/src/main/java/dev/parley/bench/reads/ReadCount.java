package dev.parley.bench.reads;

import dev.parley.bench.process.Usage;
import dev.parley.bench.stream.Quantiles;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** How many reads there were, and how long they took. Loop's thread only, but for the wait at the end. */
final class ReadCount {
    private static final double NANOS = 1e9;

    private final Histogram times = Quantiles.histogram();
    private final CompletableFuture<Double> seconds = new CompletableFuture<>();
    private long begun;
    private long errors;
    private boolean counting;
    private boolean stopped;

    void begin() {
        begun = System.nanoTime();
        counting = true;
    }

    void stop() {
        stopped = true;
        counting = false;
        seconds.complete((System.nanoTime() - begun) / NANOS);
    }

    boolean isStopped() {
        return stopped;
    }

    void read(long nanos) {
        if (counting) {
            Quantiles.add(times, nanos / 1000);
        }
    }

    void error() {
        if (counting) {
            errors++;
        }
    }

    ListLoad.Measured awaitMeasured(Usage usage) {
        double took = seconds.join();
        return new ListLoad.Measured(times.getTotalCount() / took, Quantiles.of(times), errors, usage);
    }
}
