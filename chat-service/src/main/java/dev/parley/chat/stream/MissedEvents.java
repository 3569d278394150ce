package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.EventDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Picks one turn's events out of a partition, up to its last one. For one thread. */
final class MissedEvents implements Predicate<ConsumerRecord<String, byte[]>> {
    private final String turn;
    private final Splice splice;
    private final List<StreamEvent> events = new ArrayList<>();

    MissedEvents(TurnId turn, Splice splice) {
        this.turn = turn.toString();
        this.splice = splice;
    }

    /** Takes the record if it is one of the turn's; says whether there may be more. */
    @Override
    public boolean test(ConsumerRecord<String, byte[]> raw) {
        StreamEvent event = eventOf(raw);
        if (event == null || !splice.admits(event)) {
            return true;
        }
        events.add(event);
        return !event.last();
    }

    /** The turn's event in a record; null when it is another's, or none at all. */
    @Nullable
    StreamEvent eventOf(ConsumerRecord<String, byte[]> raw) {
        return turn.equals(EventDecoder.header(raw, CloudEventHeaders.TURN)) ? StreamEvent.of(raw) : null;
    }

    List<StreamEvent> events() {
        return events;
    }
}
