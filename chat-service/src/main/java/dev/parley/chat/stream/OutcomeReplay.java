package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Renders a stream whose log is gone from the turn's outcome, which is kept longer: start, one delta, end. Its events have
 * ids of their own form, since they have no place on the log.
 */
@Component
final class OutcomeReplay {
    private final CatchUpReader reader;
    private final EventDecoder<TurnOutcome> decoder = new EventDecoder<>(Topic.TURN_OUTCOMES, TurnOutcome.class);

    OutcomeReplay(CatchUpReader reader) {
        this.reader = reader;
    }

    /** @throws ProblemException 404 when the outcome is gone as well */
    TurnStream render(TurnId turn, Optional<OutcomePlace> outcome) {
        return new TurnStream(eventsOf(turn, outcome), null, Splice.fromStart());
    }

    /**
     * What follows an event; empty when it was the last.
     *
     * @throws ProblemException 400 when the id is not of this stream, 404 when the outcome is gone as well
     */
    Optional<TurnStream> renderBehind(TurnId turn, RenderedId seen, Optional<OutcomePlace> outcome) {
        if (outcome.isEmpty()) {
            // Nothing was ever rendered of a turn that has not ended.
            throw EventId.bad();
        }
        List<StreamEvent> events = eventsOf(turn, outcome);
        if (seen.number() >= events.size()
                || !seen.equals(events.get(seen.number()).id())) {
            throw EventId.bad();
        }
        return events.get(seen.number()).last()
                ? Optional.empty()
                : Optional.of(new TurnStream(events, null, Splice.behind(seen)));
    }

    /** In a log that was made anew, another turn's outcome may stand at the place. */
    private List<StreamEvent> eventsOf(TurnId turn, Optional<OutcomePlace> outcome) {
        TurnOutcome stored = outcome.flatMap(this::find)
                .filter(found -> found.turnId().equals(turn))
                .orElseThrow(() -> ProblemException.notFound("stream any more"));
        List<StreamEvent> events = new ArrayList<>();
        for (TurnEvent event : OutcomeEvents.of(stored)) {
            events.add(StreamEvent.of(new RenderedId(events.size(), stored.attempt()), event));
        }
        return events;
    }

    private Optional<TurnOutcome> find(OutcomePlace place) {
        try {
            return reader.read(Topic.TURN_OUTCOMES, place.partition(), place.offset())
                    .map(decoder::read)
                    .map(Received::event);
        } catch (LogGone e) {
            return Optional.empty();
        }
    }
}
