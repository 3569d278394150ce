package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Follows turns, from any place of theirs, at any replica. Thread-safe. */
@Component
public final class TurnStreams {
    private final StreamTail tail;
    private final CatchUpReader catchUp;
    private final OutcomeReplay outcomes;
    private final HomePartitions home;

    TurnStreams(StreamTail tail, CatchUpReader catchUp, OutcomeReplay outcomes, HomePartitions home) {
        this.tail = tail;
        this.catchUp = catchUp;
        this.outcomes = outcomes;
        this.home = home;
    }

    /** Follows a turn that is about to be accepted: what it says where its records will be. */
    public OpenedStream open(TurnId turn) {
        int partition = home.next();
        Subscription live = tail.subscribe(turn, partition);
        var place = new StreamPlace(turn, partition, live.liveFrom());
        return new OpenedStream(place, new TurnStream(List.of(), live, Splice.fromStart()));
    }

    /**
     * All of a turn, from its start.
     *
     * @param outcome where the turn's outcome stands, for when the log of the stream is gone
     */
    public TurnStream replay(StreamPlace place, Optional<OutcomePlace> outcome) {
        try {
            return following(place, live -> fromStart(place, live, outcome.isPresent()));
        } catch (LogGone e) {
            return outcomes.render(place.turn(), outcome);
        }
    }

    private TurnStream fromStart(StreamPlace place, Subscription live, boolean ended) {
        List<StreamEvent> events = catchUp.read(place, live.liveFrom());
        if (ended && events.isEmpty()) {
            events = toTheEndOfTheLog(place);
        }
        return new TurnStream(events, live, Splice.fromStart());
    }

    /** The tail may only be behind. A log that to its end says nothing of a turn that has ended was made anew. */
    private List<StreamEvent> toTheEndOfTheLog(StreamPlace place) {
        List<StreamEvent> events = catchUp.read(place, catchUp.endOf(place.partition()));
        if (events.isEmpty()) {
            throw new LogGone(place);
        }
        return events;
    }

    /**
     * What follows an event; empty when it was the last. A turn whose log is gone begins anew, rendered from its outcome.
     *
     * @throws ProblemException 400 {@code bad_event_id} when the id is not one of this turn
     */
    public Optional<TurnStream> resume(StreamPlace place, EventId after, Optional<OutcomePlace> outcome) {
        return switch (after) {
            case RenderedId seen -> outcomes.renderBehind(place.turn(), seen, outcome);
            case LogId seen -> resume(place, seen, outcome);
        };
    }

    private Optional<TurnStream> resume(StreamPlace place, LogId seen, Optional<OutcomePlace> outcome) {
        if (seen.partition() != place.partition() || seen.offset() < place.firstOffset()) {
            throw EventId.bad();
        }
        try {
            return following(place, live -> goOn(place, seen, live));
        } catch (LogGone e) {
            return Optional.of(outcomes.render(place.turn(), outcome));
        }
    }

    private Optional<TurnStream> goOn(StreamPlace place, LogId seen, Subscription live) {
        Optional<TurnStream> stream = catchUp.readBehind(place, seen, live.liveFrom())
                .map(missed -> new TurnStream(missed.events(), live, Splice.behind(seen, missed.counted())));
        if (stream.isEmpty()) {
            live.close();
        }
        return stream;
    }

    /** First the tail, then what was missed: in between nothing gets lost, and what comes twice is told by its offset. */
    private <T> T following(StreamPlace place, Function<Subscription, T> splice) {
        Subscription live = tail.subscribe(place.turn(), place.partition());
        try {
            return splice.apply(live);
        } catch (RuntimeException e) {
            live.close();
            throw e;
        }
    }
}
