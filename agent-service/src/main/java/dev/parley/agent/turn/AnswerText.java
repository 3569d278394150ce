package dev.parley.agent.turn;

import dev.parley.agent.tool.Excerpt;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.RequestTurn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The text of an answer on its way out. A token goes at once; while one is on its way, further tokens join one record, up
 * to a size and an age. Little load: token by token. Much load: fewer, larger records. Thread-safe: the model's thread sends
 * what it reads, and wakes the turn's own for nothing but what had to wait.
 */
final class AnswerText {
    /** In characters: the whole of it goes into one record of the log, twice: with the outcome, and with the end. */
    static final int LONGEST = 400_000;

    private static final int JOIN_AT_MOST = 8 * 1024;
    private static final long JOIN_NANOS = Duration.ofMillis(250).toNanos();

    private final StreamWriter stream;
    private final RequestTurn request;
    private final Runnable onConfirmed;
    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();
    private CompletableFuture<RecordMetadata> last = CompletableFuture.completedFuture(null);
    private boolean listening;
    private long waitingSince;
    private int seq;
    private boolean full;

    /** @param onConfirmed told, on any thread, when what others wait for has arrived or failed */
    AnswerText(StreamWriter stream, RequestTurn request, Runnable onConfirmed) {
        this.stream = stream;
        this.request = request;
        this.onConfirmed = onConfirmed;
    }

    /**
     * Takes as much of it as there is room for, and sends it if it may go.
     *
     * @return whether there was room for all of it, and there may be for more
     */
    synchronized boolean say(String piece) {
        append(piece);
        flushWhenFree();
        return !full;
    }

    /** Takes as much of it as there is room for. */
    synchronized void append(String piece) {
        if (full) {
            return;
        }
        if (waiting.isEmpty()) {
            waitingSince = System.nanoTime();
        }
        String fitting = Excerpt.of(piece, LONGEST - whole.length());
        full = fitting.length() < piece.length();
        waiting.append(fitting);
        whole.append(fitting);
    }

    /** Whether something had to be left out. */
    synchronized boolean isFull() {
        return full;
    }

    /** Sends what waits, when nothing is on its way or it has waited enough. */
    synchronized void flushWhenFree() {
        if (waiting.isEmpty()) {
            return;
        }
        if (last.isDone() || waiting.length() >= JOIN_AT_MOST || System.nanoTime() - waitingSince >= JOIN_NANOS) {
            flush();
        } else if (!listening) {
            listening = true;
            var _ = last.whenComplete((_, _) -> onConfirmed.run());
        }
    }

    synchronized void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        last = stream.send(new Delta(request.turnId(), request.messageId(), seq++, waiting.toString()));
        waiting.setLength(0);
        listening = false;
    }

    /** All that was said so far. */
    synchronized String whole() {
        return whole.toString();
    }
}
