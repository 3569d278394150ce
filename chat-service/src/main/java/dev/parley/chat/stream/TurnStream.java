package dev.parley.chat.stream;

import dev.parley.contracts.turn.TurnError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A turn's events for one reader, in order, each once: first what the reader has missed, then what the tail brings. What a
 * zombie wrote under a lower attempt than the reader has seen is passed over. For one reader at a time; others may end it.
 */
public final class TurnStream implements AutoCloseable {
    private final Queue<StreamEvent> missed;
    private final @Nullable Subscription live;
    private final Splice splice;
    private volatile @Nullable StreamEvent ending;

    /** @param live absent when nothing can follow what was missed */
    TurnStream(List<StreamEvent> missed, @Nullable Subscription live, Splice splice) {
        this.missed = new ArrayDeque<>(missed);
        this.live = live;
        this.splice = splice;
    }

    /** The next event; null when none came in time. @throws StreamCut when the stream cannot go on here */
    public @Nullable StreamEvent next(Duration patience) throws InterruptedException {
        StreamEvent event = take(patience);
        while (event != null && !splice.admits(event) && ending == null) {
            event = take(patience);
        }
        return ending == null ? event : ending;
    }

    /** The next event, when there is one. @throws StreamCut when the stream cannot go on here */
    public @Nullable StreamEvent poll() {
        StreamEvent event = take();
        while (event != null && !splice.admits(event) && ending == null) {
            event = take();
        }
        return ending == null ? event : ending;
    }

    /** @param told runs when {@link #poll} may have something, on the thread that brings it, which it must not hold up */
    public void onChange(Runnable told) {
        if (live != null) {
            live.onChange(told);
        }
    }

    /** Lets the reader see this, and nothing else any more. Any thread may call it. */
    public void end(TurnError why) {
        ending = StreamEvent.of(null, why);
        if (live != null) {
            live.wake();
        }
    }

    private @Nullable StreamEvent take(Duration patience) throws InterruptedException {
        return isLive() ? live().poll(patience) : missed.poll();
    }

    private @Nullable StreamEvent take() {
        return isLive() ? live().poll() : missed.poll();
    }

    /** Whether what was missed has been shown, and there is no end yet. */
    private boolean isLive() {
        return missed.isEmpty() && ending == null;
    }

    private Subscription live() {
        if (live == null) {
            throw new StreamCut();
        }
        return live;
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
    }
}
