package dev.parley.chat.turn;

import dev.parley.chat.stream.TurnStream;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A turn whose request is on the log, and its stream from the start.
 *
 * @param replayed whether the turn was accepted before, under the same idempotency key
 */
public record Accepted(Turn turn, TurnStream stream, boolean replayed) implements AutoCloseable {
    /** Says so where the turn was accepted before. */
    public Accepted announce(HttpServletResponse response) {
        if (replayed) {
            response.setHeader("Idempotent-Replayed", "true");
        }
        return this;
    }

    @Override
    public void close() {
        stream.close();
    }
}
