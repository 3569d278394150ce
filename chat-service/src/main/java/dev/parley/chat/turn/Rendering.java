package dev.parley.chat.turn;

import dev.parley.chat.stream.StreamEvent;

/**
 * How one reader is shown a turn: its events in the words of the reader's protocol. Called by one thread at a time, in the
 * order of events, on threads that wait for nothing.
 */
public interface Rendering {
    /** The events as they are on the log. */
    Rendering AS_IT_IS = (event, out) -> out.event(event);

    void show(StreamEvent event, SseText out);

    /** The stream cannot go on here: what its reader is told, if its protocol has words for that. */
    default void cut(SseText out) {}

    /** Whether it ends where nothing comes until somebody has decided something: its reader has to come again then. */
    default boolean endsWhereItWaits() {
        return false;
    }

    /** The reader has left before the end. Must not wait. */
    default void readerGone() {}
}
