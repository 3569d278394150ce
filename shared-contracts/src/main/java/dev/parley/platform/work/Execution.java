package dev.parley.platform.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A claimed item in this process, from its claim until the database knows what became of it. Safe for many threads. */
final class Execution {

    private final Claimed claimed;
    private final ItemFence fence;
    private final Lease clock;
    private final Cancellation cancellation = new Cancellation();
    private final AtomicBoolean judged = new AtomicBoolean();
    private @Nullable Thread thread;
    private long overdueAt;
    private long unwantedAt = Long.MAX_VALUE;
    private boolean overdue;

    Execution(Claimed claimed, ItemFence fence, Lease clock) {
        this.claimed = claimed;
        this.fence = fence;
        this.clock = clock;
        this.overdueAt = Long.MAX_VALUE;
        if (claimed.todo() instanceof Todo.Cancel(String reason)) {
            cancellation.request(reason);
        }
    }

    Claimed claimed() {
        return claimed;
    }

    WorkItem item() {
        return claimed.item(fence, cancellation);
    }

    /** The calling thread begins a call that may take so long. */
    synchronized void begin(Duration limit) {
        thread = Thread.currentThread();
        overdue = false;
        overdueAt = Math.min(unwantedAt, clock.now() + limit.toNanos());
        unwantedAt = Long.MAX_VALUE;
        Thread.interrupted(); // an interrupt that was meant for an earlier call
    }

    /** Nobody wants its result any more: from now on it has so long to end by itself. Once. */
    void cancel(String reason, Duration grace) {
        if (!cancellation.requested()) {
            limit(grace);
            cancellation.request(reason);
        }
    }

    boolean cancelled() {
        return cancellation.requested();
    }

    /** Also when the call has only been told to begin. */
    private synchronized void limit(Duration time) {
        long end = clock.now() + time.toNanos();
        if (thread == null) {
            unwantedAt = end;
        }
        overdueAt = Math.min(overdueAt, end);
    }

    /** Whether the call was interrupted because it took too long. */
    synchronized boolean overdue() {
        return overdue;
    }

    synchronized void interruptWhenOverdue() {
        if (!overdue && overdueBy(Duration.ZERO)) {
            overdue = true;
            interrupt();
        }
    }

    synchronized boolean overdueBy(Duration grace) {
        return overdueAt != Long.MAX_VALUE && clock.now() - overdueAt >= grace.toNanos();
    }

    /** It is somebody else's now: nothing that it still does counts. */
    synchronized void lose() {
        fence.lose();
        interrupt();
    }

    /** True for the first who passes a verdict, who has to settle it. */
    boolean judge() {
        return judged.compareAndSet(false, true);
    }

    private void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
