package dev.parley.system.load;

import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.SseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One turn as its client sees it. Written by one thread, read by any. */
public final class TurnLog {
    private final Asked asked;
    private final List<SseEvent> events = new ArrayList<>();
    private final List<Long> breaks = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private final long begunNanos = System.nanoTime();
    private long endedNanos;
    private @Nullable String turn;
    private @Nullable String conversation;
    private @Nullable String text;

    TurnLog(Asked asked) {
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }

    synchronized void saw(SseEvent event) {
        events.add(event);
        times.add(System.nanoTime());
        if (event.is("message_start")) {
            turn = event.text("turn_id");
            conversation = event.text("conversation_id");
            starts.add(times.getLast());
        }
        if (event.is("message_end")) {
            text = event.text("text");
        }
    }

    /** The connection was lost before the end. */
    synchronized void broke() {
        breaks.add(System.nanoTime());
    }

    /** Nothing more will come; what came is judged, and only what has to be compared later is kept. */
    synchronized void end(Findings findings, Script script) {
        endedNanos = System.nanoTime();
        StreamChecks.of(this, new Answer(List.copyOf(events)), script).forEach(findings::add);
        events.clear();
    }

    synchronized String lastId() {
        return events.isEmpty() ? "" : events.getLast().id();
    }

    synchronized boolean sawTheEnd() {
        return !events.isEmpty()
                && (events.getLast().is("message_end") || events.getLast().is("error"));
    }

    public synchronized @Nullable String turn() {
        return turn;
    }

    public synchronized @Nullable String conversation() {
        return conversation;
    }

    /** The whole answer; absent while there is none. */
    public synchronized @Nullable String text() {
        return text;
    }

    /** How often an answer was begun. */
    public synchronized int attempts() {
        return starts.size();
    }

    /** When it was begun again, in {@link System#nanoTime()}. */
    public synchronized List<Long> begunAgain() {
        return starts.stream().skip(1).toList();
    }

    /** When the connection was lost, in {@link System#nanoTime()}. */
    public synchronized List<Long> breaks() {
        return List.copyOf(breaks);
    }

    public synchronized boolean hasEnded() {
        return endedNanos != 0;
    }

    /** Whether it was under way then: begun before and not ended. */
    public synchronized boolean wasStreamingAt(long nanos) {
        return !starts.isEmpty() && begunNanos - nanos < 0 && (endedNanos == 0 || endedNanos - nanos > 0);
    }

    /** Whether something new has come since, if only the end. */
    public synchronized boolean wentOnSince(long nanos) {
        return !times.isEmpty() && times.getLast() - nanos > 0;
    }

    /** Whether it was asked after this moment. */
    public boolean wasBegunSince(long nanos) {
        return begunNanos - nanos > 0;
    }

    /** From the question to the first word about it. */
    synchronized Duration waitedForStart() {
        return Duration.ofNanos((times.isEmpty() ? System.nanoTime() : times.getFirst()) - begunNanos);
    }

    /** The longest time without an event that began within so long after a moment. */
    synchronized Duration silenceAfter(long nanos, long beginsWithinNanos) {
        long longest = 0;
        long before = nanos;
        for (long time : times) {
            if (time - nanos > 0 && before - nanos <= beginsWithinNanos) {
                longest = Math.max(longest, time - before);
                before = time;
            }
        }
        return Duration.ofNanos(longest);
    }

    @Override
    public synchronized String toString() {
        return "turn " + turn + " of conversation " + conversation + " (“" + asked.message() + "”)";
    }
}
