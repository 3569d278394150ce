package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Picks one turn's events out of a partition, which has to begin with the one that the reader has seen. For one thread. */
final class EventsBehind implements Predicate<ConsumerRecord<String, byte[]>> {
    /**
     * What a reader has missed.
     *
     * @param counted where the record that it has seen stands among those of its attempt
     */
    record Missed(int counted, List<StreamEvent> events) {}

    private final TurnId turn;
    private final LogId seen;
    private @Nullable StreamEvent found;
    private MissedEvents missed;

    EventsBehind(TurnId turn, LogId seen) {
        this.turn = turn;
        this.seen = seen;
        this.missed = new MissedEvents(turn, Splice.behind(seen));
    }

    /** @throws ProblemException 400 when the first record is not the event that the reader says it has seen */
    @Override
    public boolean test(ConsumerRecord<String, byte[]> raw) {
        return found == null ? check(raw) : missed.test(raw);
    }

    private boolean check(ConsumerRecord<String, byte[]> raw) {
        StreamEvent event = missed.eventOf(raw);
        if (event == null || !seen.equals(event.id())) {
            throw EventId.bad();
        }
        found = event;
        missed = new MissedEvents(turn, Splice.behind(seen, event.count()));
        return !event.last();
    }

    /** Empty when what the reader has seen was the last. @throws ProblemException 400 when it is not there */
    Optional<Missed> events() {
        if (found == null) {
            throw EventId.bad();
        }
        return found.last() ? Optional.empty() : Optional.of(new Missed(found.count(), missed.events()));
    }
}
