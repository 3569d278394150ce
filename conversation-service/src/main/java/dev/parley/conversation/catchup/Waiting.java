package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.Positions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Waits until places are stored. This replica tells at once what it has stored; for what others have, one of those who wait
 * looks into the database now and then, for all. Thread-safe.
 */
final class Waiting {
    /** A partition in which nothing comes, and which was read before positions were kept, is found out after this. */
    private static final long LONG_NANOS = Duration.ofMillis(100).toNanos();

    private static final long BETWEEN_SETTLED_NANOS = Duration.ofSeconds(1).toNanos();

    private final Progress progress;
    private final Supplier<Positions> stored;
    private final Supplier<CompletableFuture<Positions>> settled;
    private final long pollNanos;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private final AtomicLong nextSettled = new AtomicLong(System.nanoTime());

    /**
     * @param stored what all replicas have stored, asked of the database
     * @param settled what nobody has to store any more, asked of the broker
     */
    Waiting(
            Progress progress,
            Supplier<Positions> stored,
            Supplier<CompletableFuture<Positions>> settled,
            Duration poll) {
        this.progress = progress;
        this.stored = stored;
        this.settled = settled;
        this.pollNanos = poll.toNanos();
    }

    /** @return false when they were not reached by then */
    boolean until(Positions wanted, long deadline) {
        if (progress.covers(wanted)) {
            return true;
        }
        long begin = System.nanoTime();
        Progress.Waiter waiter = progress.enter(wanted);
        try {
            do {
                look(begin);
            } while (!isReached(waiter, deadline) && System.nanoTime() - deadline < 0);
            return waiter.reached.isDone();
        } finally {
            progress.leave(waiter);
        }
    }

    private void look(long begin) {
        long now = System.nanoTime();
        if (isMine(nextLook, now, pollNanos)) {
            progress.advanced(stored.get());
        }
        if (now - begin > LONG_NANOS && isMine(nextSettled, now, BETWEEN_SETTLED_NANOS)) {
            // A broker that does not answer is told of by others.
            var _ = settled.get().thenAccept(progress::advanced);
        }
    }

    /** One of those who wait does it, when it is due. */
    private static boolean isMine(AtomicLong next, long now, long pause) {
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + pause);
    }

    private boolean isReached(Progress.Waiter waiter, long deadline) {
        long left = Math.min(pollNanos, deadline - System.nanoTime());
        try {
            waiter.reached.get(Math.max(1, left), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for what is stored", e);
        }
    }
}
