package dev.parley.chat.turn;

import dev.parley.chat.stream.StreamCut;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.stream.TurnStream;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one reader's stream, on the thread of whoever brings an event or room for it: nobody waits for the reader, and no
 * thread is woken for a token. What is there at once is one write and one flush. Thread-safe.
 */
final class SseWriter implements WriteListener, AsyncListener {
    private static final Logger log = LoggerFactory.getLogger(SseWriter.class);
    private static final int PART = 64 * 1024;

    private final TurnStream stream;
    private final Rendering rendering;
    private final AsyncContext request;
    private final ServletOutputStream out;
    private final Predicate<StreamEvent> isLast;
    private final Consumer<SseWriter> onClose;
    private final SseText text = new SseText();
    /** Held back until its end is noted. */
    private @Nullable StreamEvent last;

    private boolean lastIsNoted;
    private boolean lastIsWritten;
    private boolean unflushed;
    private boolean silent;
    private boolean closed;
    private volatile long latestNanos = System.nanoTime();

    /**
     * @param isLast asked before what seems to be the last event is shown, whether it is; it may take its time
     * @param onClose told once, when nothing more is written
     */
    SseWriter(
            TurnStream stream,
            Rendering rendering,
            AsyncContext request,
            ServletOutputStream out,
            Predicate<StreamEvent> isLast,
            Consumer<SseWriter> onClose) {
        this.stream = stream;
        this.rendering = rendering;
        this.request = request;
        this.out = out;
        this.isLast = isLast;
        this.onClose = onClose;
    }

    /** Nobody may write before the container has taken the listener in: what is taken out then would be lost. */
    synchronized void begin() {
        request.setTimeout(0);
        request.addListener(this);
        stream.onChange(this::goOn);
        out.setWriteListener(this);
    }

    /** Writes a comment if nothing was written for so long. */
    void keepAlive(Duration silence) {
        if (System.nanoTime() - latestNanos >= silence.toNanos()) {
            beSilent();
            goOn();
        }
    }

    private synchronized void beSilent() {
        silent = true;
    }

    /** Writes what there is, as far as the connection takes it; the container calls again when it takes more. */
    private synchronized void goOn() {
        try {
            while (!closed && out.isReady() && step()) {
                latestNanos = System.nanoTime();
            }
        } catch (StreamCut cut) {
            log.debug("The stream was cut", cut);
            end();
        } catch (IOException clientGone) {
            log.debug("The client has gone", clientGone);
            leave();
        } catch (IllegalStateException over) {
            // As when a server that stops does not wait any more.
            log.debug("The container has ended the request", over);
            end();
        } catch (RuntimeException e) {
            log.warn("A stream broke, and can be resumed", e);
            end();
        }
    }

    /** One thing that the connection has room for; whether there was any. */
    private boolean step() throws IOException {
        collect();
        if (text.size() > 0) {
            text.writeTo(out);
            text.reset();
            unflushed = true;
        } else if (unflushed) {
            unflushed = false;
            out.flush();
        } else if (lastIsWritten) {
            end();
        } else {
            return false;
        }
        return true;
    }

    private void collect() {
        try {
            takeEvents();
        } catch (StreamCut cut) {
            // First goes out what was taken before.
            if (text.size() == 0 && !unflushed) {
                endCut(cut);
            }
        }
        if (silent && text.size() == 0) {
            text.addKeepAlive();
        }
        silent = false;
    }

    /** A protocol that has no way to resume needs an end. */
    private void endCut(StreamCut cut) {
        rendering.cut(text);
        if (text.size() == 0) {
            throw cut;
        }
        lastIsWritten = true;
    }

    private void takeEvents() {
        StreamEvent event = next();
        while (event != null) {
            rendering.show(event, text);
            event = text.size() < PART ? next() : null;
        }
    }

    private @Nullable StreamEvent next() {
        if (lastIsWritten) {
            return null;
        }
        if (last == null) {
            StreamEvent event = stream.poll();
            if (event == null || !seemsLast(event)) {
                return event;
            }
            last = event;
            Thread.startVirtualThread(() -> prepareLast(event));
        }
        if (!lastIsNoted) {
            return null;
        }
        lastIsWritten = true;
        return last;
    }

    private boolean seemsLast(StreamEvent event) {
        return event.last() || (event.waits() && rendering.endsWhereItWaits());
    }

    /** A database may be slow: who waits sees what was said before, and the tail waits for nobody. */
    private void prepareLast(StreamEvent event) {
        // When nobody can tell, what only waits goes on.
        boolean ends = event.last();
        try {
            ends = isLast.test(event);
        } finally {
            noteLast(ends);
            goOn();
        }
    }

    private synchronized void noteLast(boolean ends) {
        lastIsNoted = ends;
        if (!ends) {
            last = null;
        }
    }

    /** Never throws: the tail goes on to its other readers. */
    private synchronized void end() {
        if (closed) {
            return;
        }
        close();
        complete();
    }

    private void complete() {
        try {
            request.complete();
        } catch (IllegalStateException over) {
            log.debug("The container has ended the request already", over);
        }
    }

    private synchronized void leave() {
        if (!closed && !lastIsWritten) {
            rendering.readerGone();
        }
        close();
    }

    /** Nothing may touch the answer from here on: the container gives it to another request. */
    private synchronized void close() {
        if (!closed) {
            closed = true;
            onClose.accept(this);
        }
    }

    @Override
    public void onWritePossible() {
        goOn();
    }

    @Override
    public void onError(Throwable failure) {
        log.debug("The client has gone", failure);
        leave();
    }

    /** The container's answer to an error that nobody has completed would be another, written into the stream. */
    @Override
    public void onError(AsyncEvent event) {
        leave();
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        throw new IllegalStateException("A stream is begun once");
    }
}
