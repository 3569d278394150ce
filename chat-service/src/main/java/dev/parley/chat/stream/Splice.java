package dev.parley.chat.stream;

/**
 * Joins what was read and what comes live, which may overlap: each event once and in order, and none of a worker that has
 * been replaced, nor a record that came onto the log a second time, nor one behind a record that never did: its attempt has
 * failed, and the reader waits for the next one. For one thread.
 */
final class Splice {
    private long after;
    private int floor;
    private int counted;

    private Splice(long after, int floor, int counted) {
        this.after = after;
        this.floor = floor;
        this.counted = counted;
    }

    static Splice fromStart() {
        return new Splice(-1, 0, StreamEvent.UNCOUNTED);
    }

    /** For a reader that has seen this event and everything before it. */
    static Splice behind(EventId seen) {
        return behind(seen, StreamEvent.UNCOUNTED);
    }

    /** @param counted where its record stands among those of its attempt */
    static Splice behind(EventId seen, int counted) {
        return new Splice(seen.position(), seen.attempt(), counted);
    }

    /** Whether the event is next; then it counts as seen. */
    boolean admits(StreamEvent event) {
        EventId id = event.id();
        if (id == null || id.position() <= after || id.attempt() < floor || !follows(id.attempt(), event)) {
            return false;
        }
        after = id.position();
        floor = id.attempt();
        counted = event.count();
        return true;
    }

    private boolean follows(int attempt, StreamEvent event) {
        int before = attempt == floor ? counted : StreamEvent.UNCOUNTED;
        return event.count() == StreamEvent.UNCOUNTED
                || event.count() == before + 1
                || (event.count() > before && event.isWhole());
    }
}
