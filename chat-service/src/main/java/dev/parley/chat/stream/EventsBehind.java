package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Picks one turn's events out of a partition, which has to begin with the one that the reader has seen. For one thread. */
final class EventsBehind implements Predicate<ConsumerRecord<String, byte[]>> {
    private final LogId seen;
    private final MissedEvents missed;
    private boolean checked;
    private boolean over;

    EventsBehind(TurnId turn, LogId seen) {
        this.seen = seen;
        this.missed = new MissedEvents(turn, Splice.behind(seen));
    }

    /** @throws ProblemException 400 when the first record is not the event that the reader says it has seen */
    @Override
    public boolean test(ConsumerRecord<String, byte[]> raw) {
        return checked ? missed.test(raw) : check(raw);
    }

    private boolean check(ConsumerRecord<String, byte[]> raw) {
        StreamEvent event = missed.eventOf(raw);
        if (event == null || !seen.equals(event.id())) {
            throw EventId.bad();
        }
        checked = true;
        over = event.last();
        return !over;
    }

    /** Empty when what the reader has seen was the last. @throws ProblemException 400 when it is not there */
    Optional<List<StreamEvent>> events() {
        if (!checked) {
            throw EventId.bad();
        }
        return over ? Optional.empty() : Optional.of(missed.events());
    }
}
