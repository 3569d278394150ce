package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.EventTypes;
import dev.parley.platform.messaging.WireJson;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
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

    private static final int MOST_DIGITS = 9;
    private static final Pattern TYPE = Pattern.compile("parley\\.turn\\.[a-z_]+\\.v\\d+");

    /** What a wire type says; also of types that are newer than this. A stream is made of a few. */
    private record Kind(String name, boolean last) {
        static final Map<String, Kind> KNOWN = EventTypes.on(Topic.TURN_STREAM).keySet().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Kind::read));

        static @Nullable Kind of(String type) {
            Kind known = KNOWN.get(type);
            return known != null || !TYPE.matcher(type).matches() ? known : read(type);
        }

        private static Kind read(String type) {
            return new Kind(TurnEvent.eventName(type), TurnEvent.ends(type));
        }
    }

    /** Null when the record lacks what every record of the stream has. */
    static @Nullable StreamEvent of(ConsumerRecord<String, byte[]> raw) {
        String type = EventDecoder.header(raw, CloudEventHeaders.TYPE);
        int attempt = number(raw, CloudEventHeaders.ATTEMPT);
        Kind kind = type == null ? null : Kind.of(type);
        if (kind == null || attempt < 0 || raw.value() == null) {
            return null;
        }
        var id = new LogId(raw.partition(), raw.offset(), attempt);
        return new StreamEvent(id, number(raw, CloudEventHeaders.SEQ), kind.name(), raw.value(), kind.last());
    }

    /** Of up to nine digits; {@link #UNCOUNTED} when it is none. */
    private static int number(ConsumerRecord<String, byte[]> raw, String name) {
        Header header = raw.headers().lastHeader(name);
        byte[] digits = header == null ? null : header.value();
        if (digits == null || digits.length == 0 || digits.length > MOST_DIGITS) {
            return UNCOUNTED;
        }
        int number = 0;
        for (byte digit : digits) {
            if (digit < '0' || digit > '9') {
                return UNCOUNTED;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /**
     * Whether it needs nothing before it: it starts over, or ends the stream with all that was said. Only such a one may skip
     * in the count, as when another call of the attempt goes on from farther up.
     */
    boolean isWhole() {
        return last || name.equals("message_start");
    }

    /** Whether nothing comes until somebody has decided something. */
    public boolean waits() {
        return name.equals("waiting");
    }

    /** An event that is not on the log, in the form that those on the log have. */
    static StreamEvent of(@Nullable EventId id, TurnEvent event) {
        String type = Event.typeOf(event.getClass());
        return new StreamEvent(id, UNCOUNTED, event.eventName(), WireJson.write(event), TurnEvent.ends(type));
    }
}
