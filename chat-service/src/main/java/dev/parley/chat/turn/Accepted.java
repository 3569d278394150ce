package dev.parley.chat.turn;

import dev.parley.chat.stream.TurnStream;

/**
 * A turn whose request is on the log, and its stream from the start.
 *
 * @param replayed whether the turn was accepted before, under the same idempotency key
 */
record Accepted(Turn turn, TurnStream stream, boolean replayed) implements AutoCloseable {
    @Override
    public void close() {
        stream.close();
    }
}
