package dev.parley.local.stack;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Notices that a part ended, says so, and starts it again where that was asked for. */
final class Watch {

    private static final Duration DISCARD = Duration.ofSeconds(5);

    private final Keeper keeper;
    private final boolean restart;
    private final BackOff backOff;
    private final Progress progress;
    private final ScheduledExecutorService timer;

    Watch(Keeper keeper, boolean restart, BackOff backOff, Progress progress, ScheduledExecutorService timer) {
        this.keeper = keeper;
        this.restart = restart;
        this.backOff = backOff;
        this.progress = progress;
        this.timer = timer;
    }

    void over(Running running) {
        long since = System.nanoTime();
        var _ = running.process().onExit().thenRun(() -> ended(running.ending(), since));
    }

    private void ended(String ending, long since) {
        if (keeper.isStopping()) {
            return;
        }
        if (!restart) {
            progress.died(keeper.part(), ending, "");
            return;
        }
        Duration wait = backOff.after(Duration.ofNanos(System.nanoTime() - since));
        progress.died(keeper.part(), ending, "starting it again in " + wait.toSeconds() + " s");
        var _ = timer.schedule(
                () -> Thread.ofVirtual().name("restart").start(this::startAgain),
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void startAgain() {
        long start = System.nanoTime();
        try {
            Running running = keeper.start();
            progress.ready(keeper.part(), (System.nanoTime() - start) / 1e9);
            over(running);
        } catch (PartFailed e) {
            keeper.discard(DISCARD);
            ended(String.valueOf(e.getMessage()), start);
        }
    }
}
