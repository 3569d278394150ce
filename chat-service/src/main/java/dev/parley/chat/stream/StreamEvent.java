package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.WireJson;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One event of a turn's stream, as it goes to clients.
 *
 * @param id absent when nothing can follow it that a client could ask for
 * @param count where its record stands among those of its attempt; {@link #UNCOUNTED} when it does not say
 * @param name such as {@code delta}
 * @param data its JSON, the unparsed body of its record
 * @param last whether the stream ends with it
 */
public record StreamEvent(@Nullable EventId id, int count, String name, byte[] data, boolean last) {
    static final int UNCOUNTED = -1;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern TYPE = Pattern.compile("parley\\.turn\\.[a-z_]+\\.v\\d+");

    /** Null when the record lacks what every record of the stream has. */
    static @Nullable StreamEvent of(ConsumerRecord<String, byte[]> raw) {
        String type = EventDecoder.header(raw, CloudEventHeaders.TYPE);
        String attempt = EventDecoder.header(raw, CloudEventHeaders.ATTEMPT);
        if (type == null || attempt == null || raw.value() == null) {
            return null;
        }
        if (!NUMBER.matcher(attempt).matches() || !TYPE.matcher(type).matches()) {
            return null;
        }
        var id = new LogId(raw.partition(), raw.offset(), Integer.parseInt(attempt));
        return new StreamEvent(id, count(raw), TurnEvent.eventName(type), raw.value(), TurnEvent.ends(type));
    }

    /**
     * Whether it needs nothing before it: it starts over, or ends the stream with all that was said. Only such a one may skip
     * in the count, as when another call of the attempt goes on from farther up.
     */
    boolean isWhole() {
        return last || name.equals("message_start");
    }

    private static int count(ConsumerRecord<String, byte[]> raw) {
        String count = EventDecoder.header(raw, CloudEventHeaders.SEQ);
        return count != null && NUMBER.matcher(count).matches() ? Integer.parseInt(count) : UNCOUNTED;
    }

    /** An event that is not on the log, in the form that those on the log have. */
    static StreamEvent of(@Nullable EventId id, TurnEvent event) {
        String type = Event.typeOf(event.getClass());
        return new StreamEvent(id, UNCOUNTED, event.eventName(), WireJson.write(event), TurnEvent.ends(type));
    }
}
