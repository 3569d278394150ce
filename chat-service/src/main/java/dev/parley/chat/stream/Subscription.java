package dev.parley.chat.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the tail has for one reader of one turn. The tail never waits for a reader: one that lags by more than the buffer
 * may hold is cut off, and resumes from the last id it has seen. A reader waits, or has itself told. Thread-safe, for one
 * reader.
 */
final class Subscription implements AutoCloseable {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<StreamEvent> waiting = new ArrayDeque<>();
    private final BufferLimits limits;
    private final long liveFrom;
    private final Consumer<Subscription> onClose;
    private volatile Runnable onChange = () -> {};
    private long bytes;
    private boolean cut;
    private boolean woken;

    /** @param liveFrom the offset from which on the tail delivers */
    Subscription(BufferLimits limits, long liveFrom, Consumer<Subscription> onClose) {
        this.limits = limits;
        this.liveFrom = liveFrom;
        this.onClose = onClose;
    }

    long liveFrom() {
        return liveFrom;
    }

    /** @param told runs on the thread that changes something, which it must not hold up */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Keeps it for the reader, who is told by {@link #announce}, of several at once. */
    void offer(StreamEvent event) {
        change(() -> {
            if (cut) {
                return;
            }
            if (hasRoomFor(event)) {
                waiting.add(event);
                bytes += event.data().length;
            } else {
                drop();
            }
        });
    }

    /** One event always fits, whatever its size. */
    private boolean hasRoomFor(StreamEvent event) {
        return waiting.isEmpty() || (waiting.size() < limits.events() && bytes + event.data().length <= limits.bytes());
    }

    /** Ends the stream for its reader, who may resume it elsewhere. */
    void cut() {
        change(this::drop);
        announce();
    }

    private void drop() {
        cut = true;
        waiting.clear();
        bytes = 0;
    }

    /** Lets a reader that waits look around. */
    void wake() {
        change(() -> woken = true);
        announce();
    }

    void announce() {
        onChange.run();
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next event; null when none came in time or the reader was woken. @throws StreamCut when it cannot go on here */
    @Nullable
    StreamEvent poll(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && !cut && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** The next event, when there is one. @throws StreamCut when it cannot go on here */
    @Nullable
    StreamEvent poll() {
        lock.lock();
        try {
            return take();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable StreamEvent take() {
        if (cut) {
            throw new StreamCut();
        }
        woken = false;
        StreamEvent next = waiting.poll();
        if (next != null) {
            bytes -= next.data().length;
        }
        return next;
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
