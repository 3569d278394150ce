package dev.parley.chat.stream;

import dev.parley.contracts.turn.TurnError;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A turn's events for one reader, in order, each once: first what the reader has missed, then what the tail brings. What a
 * zombie wrote under a lower attempt than the reader has seen is passed over. For one reading thread; others may end it.
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

    /** Whether an event may be had without waiting: then it is worth to hold back a flush. */
    public boolean hasNext() {
        return !missed.isEmpty() || (live != null && live.hasNext());
    }

    /** Lets the reader see this, and nothing else any more. Any thread may call it. */
    public void end(TurnError why) {
        ending = StreamEvent.of(null, why);
        if (live != null) {
            live.wake();
        }
    }

    private @Nullable StreamEvent take(Duration patience) throws InterruptedException {
        StreamEvent event = missed.poll();
        if (event != null || ending != null) {
            return event;
        }
        if (live == null) {
            throw new StreamCut();
        }
        return live.poll(patience);
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
    }
}
