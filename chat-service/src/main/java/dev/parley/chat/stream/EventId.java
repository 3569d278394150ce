package dev.parley.chat.stream;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;

/** The id of a server-sent event, opaque to clients: a reader goes on behind it. */
public sealed interface EventId permits LogId, RenderedId {
    /** Grows along a stream. */
    long position();

    /** Who wrote it: a reader that goes on from here accepts nothing of a lower one. */
    int attempt();

    /** @throws ProblemException 400 {@code bad_event_id} when the text is an id of neither form */
    static EventId parse(String text) {
        return LogId.find(text)
                .<EventId>map(id -> id)
                .or(() -> RenderedId.find(text))
                .orElseThrow(EventId::bad);
    }

    static ProblemException bad() {
        return new ProblemException(ProblemCode.BAD_EVENT_ID, "The event id is not one of this turn's stream.");
    }
}
