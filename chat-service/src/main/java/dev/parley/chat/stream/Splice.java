package dev.parley.chat.stream;

import org.jspecify.annotations.Nullable;

/**
 * Joins what was read and what comes live, which may overlap: each event once and in order, and none of a worker that has
 * been replaced. For one thread.
 */
final class Splice {
    private long after;
    private int floor;

    private Splice(long after, int floor) {
        this.after = after;
        this.floor = floor;
    }

    static Splice fromStart() {
        return new Splice(-1, 0);
    }

    /** For a reader that has seen this event and everything before it. */
    static Splice behind(EventId seen) {
        return new Splice(seen.position(), seen.attempt());
    }

    /** Whether the event is next; then it counts as seen. */
    boolean admits(@Nullable EventId id) {
        if (id == null || id.position() <= after || id.attempt() < floor) {
            return false;
        }
        after = id.position();
        floor = id.attempt();
        return true;
    }
}
