package dev.parley.chat.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the tail has for one reader of one turn. The tail never waits for a reader: one that lags by more than the buffer
 * holds is cut off, and resumes from the last id it has seen.
 */
final class Subscription implements AutoCloseable {
    private static final StreamEvent WAKE_UP = new StreamEvent(new EventId(0, 0, 0), "", new byte[0], false);

    private final BlockingQueue<StreamEvent> waiting;
    private final long liveFrom;
    private final Consumer<Subscription> onClose;
    private volatile boolean cut;

    /** @param liveFrom the offset from which on the tail delivers */
    Subscription(int capacity, long liveFrom, Consumer<Subscription> onClose) {
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.liveFrom = liveFrom;
        this.onClose = onClose;
    }

    long liveFrom() {
        return liveFrom;
    }

    void offer(StreamEvent event) {
        if (!waiting.offer(event)) {
            cut();
        }
    }

    /** Ends the stream for its reader, who may resume it elsewhere. */
    void cut() {
        cut = true;
        // A reader that waits is woken; one with a full buffer does not wait.
        waiting.offer(WAKE_UP);
    }

    /** The next event; null when none came in time. @throws StreamCut when the stream cannot go on here */
    @Nullable
    StreamEvent poll(Duration patience) throws InterruptedException {
        StreamEvent next = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (cut) {
            throw new StreamCut();
        }
        return next;
    }

    /** Whether an event can be taken without waiting. */
    boolean hasNext() {
        return !waiting.isEmpty();
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
