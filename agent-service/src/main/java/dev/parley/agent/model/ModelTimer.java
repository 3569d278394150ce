package dev.parley.agent.model;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs things later, for watchdogs, pauses between tries and the pace of the offline model. One thread serves all, so
 * nothing that runs on it may block. Not a bean of the JDK's type: Spring would take that for its own scheduler.
 */
public final class ModelTimer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("model-timer").daemon().factory());

    public ModelTimer() {
        // A watch over an answer that has ended would hold all of it until its time.
        timer.setRemoveOnCancelPolicy(true);
    }

    public Future<?> after(Duration delay, Runnable task) {
        return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
