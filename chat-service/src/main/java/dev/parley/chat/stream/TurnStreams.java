package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Follows turns, from any place of theirs, at any replica. Thread-safe. */
@Component
public final class TurnStreams {
    private final StreamTail tail;
    private final CatchUpReader catchUp;
    private final OutcomeReplay outcomes;

    TurnStreams(StreamTail tail, CatchUpReader catchUp, OutcomeReplay outcomes) {
        this.tail = tail;
        this.catchUp = catchUp;
        this.outcomes = outcomes;
    }

    /** Follows a turn that is about to be accepted: what it says where its records will be. */
    public OpenedStream open(TurnId turn, ConversationId conversation) {
        int partition = StreamPlace.partitionOf(conversation);
        Subscription live = tail.subscribe(turn, partition);
        var place = new StreamPlace(turn, partition, live.liveFrom());
        return new OpenedStream(place, new TurnStream(List.of(), live, 0));
    }

    /**
     * All of a turn, from its start.
     *
     * @param outcome where the turn's outcome stands, for when the log of the stream is gone
     */
    public TurnStream replay(StreamPlace place, Optional<OutcomePlace> outcome) {
        Subscription live = tail.subscribe(place.turn(), place.partition());
        try {
            return new TurnStream(missed(place, place.firstOffset(), live), live, 0);
        } catch (LogGone e) {
            live.close();
            return outcomes.render(place, outcome);
        } catch (RuntimeException e) {
            live.close();
            throw e;
        }
    }

    /**
     * What follows an event; empty when it was the last.
     *
     * @throws dev.parley.platform.problem.ProblemException 400 {@code bad_event_id} when the id is not one of this turn
     */
    public Optional<TurnStream> resume(StreamPlace place, EventId after, Optional<OutcomePlace> outcome) {
        if (after.partition() != place.partition() || after.offset() < place.firstOffset()) {
            throw EventId.bad();
        }
        Subscription live = tail.subscribe(place.turn(), place.partition());
        try {
            return goOn(place, after, live);
        } catch (LogGone e) {
            live.close();
            return Optional.of(outcomes.render(place, outcome));
        } catch (RuntimeException e) {
            live.close();
            throw e;
        }
    }

    private Optional<TurnStream> goOn(StreamPlace place, EventId after, Subscription live) {
        if (after.offset() >= live.liveFrom()) {
            throw EventId.bad();
        }
        if (seen(place, after).last()) {
            live.close();
            return Optional.empty();
        }
        return Optional.of(new TurnStream(missed(place, after.offset() + 1, live), live, after.attempt()));
    }

    private StreamEvent seen(StreamPlace place, EventId id) {
        ConsumerRecord<String, byte[]> raw = catchUp.read(Topic.TURN_STREAM, id.partition(), id.offset());
        if (raw == null || !place.turn().toString().equals(EventDecoder.header(raw, CloudEventHeaders.TURN))) {
            throw EventId.bad();
        }
        StreamEvent event = StreamEvent.of(raw);
        if (event == null || event.attempt() != id.attempt()) {
            throw EventId.bad();
        }
        return event;
    }

    private List<StreamEvent> missed(StreamPlace place, long from, Subscription live) {
        return catchUp.read(place.turn(), place.partition(), from, live.liveFrom());
    }
}
