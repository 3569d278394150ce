package dev.parley.local.stack;

import dev.parley.local.process.Processes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one part: starts it, waits until it is ready, notices its end, stops it. Thread-safe. */
final class Keeper {

    /** A loaded machine, a first start: slow is not broken. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(8);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Part part;
    private final Consumer<Keeper> started;
    private final Object changing = new Object();
    private volatile @Nullable Running running;
    private volatile @Nullable Thread starter;
    private volatile boolean stopping;

    Keeper(Part part, Consumer<Keeper> started) {
        this.part = part;
        this.started = started;
    }

    Part part() {
        return part;
    }

    boolean isStopping() {
        return stopping;
    }

    Optional<Running> running() {
        return Optional.ofNullable(running);
    }

    /**
     * Starts the part and returns when it is ready.
     *
     * @throws PartFailed when it ends before, or takes too long
     */
    Running start() {
        starter = Thread.currentThread();
        try {
            Running fresh = launch();
            started.accept(this);
            awaitReady(fresh);
            return fresh;
        } finally {
            starter = null;
        }
    }

    /** No start succeeds after this; one that is under way is broken off. */
    void stop(Duration grace) {
        stopping = true;
        Thread waiting = starter;
        if (waiting != null) {
            waiting.interrupt();
        }
        synchronized (changing) {
            running().ifPresent(each -> each.stop(grace));
        }
    }

    /** Ends an attempt that came to nothing, so that another may follow. */
    void discard(Duration grace) {
        synchronized (changing) {
            running().ifPresent(each -> each.stop(grace));
        }
    }

    private Running launch() {
        synchronized (changing) {
            if (stopping) {
                throw new PartFailed(part.name(), "stopped while starting");
            }
            try {
                Running fresh = part.start();
                running = fresh;
                return fresh;
            } catch (RuntimeException e) {
                throw new PartFailed(part.name(), String.valueOf(e.getMessage()), e);
            }
        }
    }

    private void awaitReady(Running fresh) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!fresh.isReady()) {
            if (Processes.ended(fresh.process(), POLL)) {
                throw new PartFailed(part.name(), "ended while starting (" + fresh.ending() + ")");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new PartFailed(part.name(), "was not ready after " + READY_WITHIN.toSeconds() + " s");
            }
        }
    }
}
