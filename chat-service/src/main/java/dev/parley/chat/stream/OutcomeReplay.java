package dev.parley.chat.stream;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Renders a stream whose log is gone from the turn's outcome, which is kept longer: start, one delta, end. */
@Component
final class OutcomeReplay {
    private final CatchUpReader reader;
    private final EventDecoder<TurnOutcome> decoder = new EventDecoder<>(Topic.TURN_OUTCOMES, TurnOutcome.class);

    OutcomeReplay(CatchUpReader reader) {
        this.reader = reader;
    }

    /** @throws ProblemException 404 when the outcome is gone as well */
    TurnStream render(StreamPlace place, Optional<OutcomePlace> outcome) {
        TurnOutcome stored =
                outcome.flatMap(this::find).orElseThrow(() -> ProblemException.notFound("stream any more"));
        List<StreamEvent> events = new ArrayList<>();
        for (TurnEvent event : eventsOf(stored)) {
            var id = new EventId(place.partition(), place.firstOffset() + events.size(), stored.attempt());
            String type = Event.typeOf(event.getClass());
            events.add(new StreamEvent(id, event.eventName(), WireJson.write(event), TurnEvent.ends(type)));
        }
        return new TurnStream(events, null, 0);
    }

    private Optional<TurnOutcome> find(OutcomePlace place) {
        try {
            ConsumerRecord<String, byte[]> raw = reader.read(Topic.TURN_OUTCOMES, place.partition(), place.offset());
            return Optional.ofNullable(raw).map(decoder::read).map(Received::event);
        } catch (LogGone e) {
            return Optional.empty();
        }
    }

    private static List<TurnEvent> eventsOf(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnStarted _ -> List.of();
            case TurnCompleted done ->
                List.of(
                        start(done),
                        new Delta(done.turnId(), done.messageId(), 0, done.text()),
                        new MessageEnd(
                                done.turnId(),
                                done.messageId(),
                                done.text(),
                                done.finishReason(),
                                done.usage(),
                                done.citations()));
            case TurnFailed failed ->
                List.of(new TurnError(failed.turnId(), failed.code(), failed.detail(), failed.retryable()));
        };
    }

    private static MessageStart start(TurnCompleted done) {
        return new MessageStart(
                done.turnId(),
                done.conversationId(),
                done.messageId(),
                done.question().messageId(),
                done.attempt(),
                done.model(),
                done.completedAt());
    }
}
