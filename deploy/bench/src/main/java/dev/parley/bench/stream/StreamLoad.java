package dev.parley.bench.stream;

import dev.parley.bench.http.Loop;
import dev.parley.bench.process.Meter;
import dev.parley.bench.process.Usage;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs so many streams at once: they begin over one period, run for the window, and end one by one.
 *
 * @param window how long is measured
 * @param patience how long answers are waited for after it; zero: they are cut off, and not missed
 */
public record StreamLoad(Clock clock, Shape shape, Duration window, Duration patience) {

    /**
     * What was measured.
     *
     * @param usage of the window
     */
    public record Measured(StreamFigures figures, Usage usage) {}

    public Measured run(int streams, Target target, Meter meter) throws InterruptedException {
        MicroClock micros = new MicroClock(clock);
        long from = micros.now() + TimeUnit.NANOSECONDS.toMicros(shape.period().toNanos());
        Tally tally = new Tally(new Window(from, from + TimeUnit.NANOSECONDS.toMicros(window.toNanos())), shape);
        Usage usage;
        try (Loop loop = Loop.start()) {
            StreamRun run = new StreamRun(loop, micros, tally, shape);
            run.begin(streams, target, shape);
            pause(shape.period());
            Meter.Reading before = meter.read();
            pause(window);
            usage = meter.read().since(before);
            finish(run);
        }
        return new Measured(tally.figures(streams), usage);
    }

    private void finish(StreamRun run) throws InterruptedException {
        CompletableFuture<Void> quiet = run.stop();
        if (patience.isZero()) {
            return;
        }
        try {
            quiet.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            run.giveUp();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
