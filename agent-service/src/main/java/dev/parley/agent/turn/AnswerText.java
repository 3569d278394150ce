package dev.parley.agent.turn;

import dev.parley.agent.tool.Excerpt;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.RequestTurn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The text of an answer on its way out. A token goes at once, or with those of other turns when there are many. While one
 * is on its way, further tokens join one record, until that has arrived, or one comes that makes them large or finds them
 * old. Thread-safe: the model's thread sends what it reads, another what had to wait; the turn's own is woken for neither.
 */
final class AnswerText implements Words {
    /** In characters: the whole of it goes into one record of the log, twice: with the outcome, and with the end. */
    static final int LONGEST = 400_000;

    private static final int JOIN_AT_MOST = 8 * 1024;
    private static final long JOIN_NANOS = Duration.ofMillis(250).toNanos();

    private final StreamWriter stream;
    private final RequestTurn request;
    private final Departures departures;
    private final Consumer<RuntimeException> onBroken;
    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder waiting = new StringBuilder();
    private CompletableFuture<RecordMetadata> last = CompletableFuture.completedFuture(null);
    /** Whether somebody will come to send what waits. */
    private boolean promised;

    private long waitingSince;
    private int seq;
    private boolean full;

    /** @param onBroken told, on any thread, when what had to wait cannot be sent */
    AnswerText(StreamWriter stream, RequestTurn request, Departures departures, Consumer<RuntimeException> onBroken) {
        this.stream = stream;
        this.request = request;
        this.departures = departures;
        this.onBroken = onBroken;
    }

    /** Sends it at once if it may go. */
    @Override
    public synchronized boolean say(String piece) {
        append(piece);
        leave();
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

    /** Sends what waits when it has waited enough, or nothing is on its way and it may leave; else sees to it that it will be. */
    private void leave() {
        if (waiting.isEmpty()) {
            return;
        }
        if (isDue() || (!promised && last.isDone() && departures.mayLeave())) {
            flush();
        } else if (!promised) {
            promised = true;
            // Not on the producer's thread, which must not wait for itself.
            var _ = last.whenCompleteAsync((_, _) -> depart(), departures::add);
        }
    }

    private boolean isDue() {
        return waiting.length() >= JOIN_AT_MOST || System.nanoTime() - waitingSince >= JOIN_NANOS;
    }

    private void depart() {
        try {
            departWaiting();
        } catch (RuntimeException e) {
            onBroken.accept(e);
        }
    }

    /** With others, and when what was on its way has arrived; unless something has gone out meanwhile. */
    private synchronized void departWaiting() {
        promised = false;
        if (last.isDone()) {
            flush();
        } else {
            leave();
        }
    }

    @Override
    public synchronized void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        last = stream.send(new Delta(request.turnId(), request.messageId(), seq++, waiting.toString()));
        waiting.setLength(0);
    }

    /** All that was said so far. */
    synchronized String whole() {
        return whole.toString();
    }
}
