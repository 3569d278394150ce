package dev.parley.agent.turn;

import dev.parley.contracts.turn.ToolProgress;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.work.Fenced;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a call has come, the newest of what it tells now and then, so that no tool fills the log, however often it tells
 * something. Of one that ends at once nothing is shown. Thread-safe.
 */
final class CallUpdates {
    private static final Logger log = LoggerFactory.getLogger(CallUpdates.class);
    private static final long APART_NANOS = Duration.ofMillis(500).toNanos();
    private static final int MOST = 100;

    private final Consumer<ToolProgress> show;
    private @Nullable ToolProgress newest;
    private @Nullable ToolProgress shown;
    private long next = System.nanoTime() + APART_NANOS;
    private boolean promised;
    private int left = MOST;

    CallUpdates(Consumer<ToolProgress> show) {
        this.show = show;
    }

    synchronized void tell(ToolProgress progress) {
        newest = progress;
        if (promised || left == 0) {
            return;
        }
        long wait = next - System.nanoTime();
        if (wait <= 0) {
            showNewest();
        } else {
            promised = true;
            later(wait).execute(this::keepPromise);
        }
    }

    private static Executor later(long nanos) {
        return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Thread::startVirtualThread);
    }

    private synchronized void keepPromise() {
        promised = false;
        try {
            showNewest();
        } catch (Fenced | SendFailed e) {
            // Nothing of this attempt arrives any more, which it finds out with the next thing that it writes itself.
            log.atDebug().setCause(e).log("How far a tool has come cannot be shown");
        }
    }

    private void showNewest() {
        if (left > 0 && newest != null && !newest.equals(shown)) {
            left--;
            shown = newest;
            next = System.nanoTime() + APART_NANOS;
            show.accept(newest);
        }
    }

    /** The call has ended: nothing is shown behind its result. */
    synchronized void end() {
        left = 0;
    }
}
