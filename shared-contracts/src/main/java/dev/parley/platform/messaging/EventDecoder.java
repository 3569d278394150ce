package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records of one topic. */
public final class EventDecoder<E extends Event> {
    private final Topic topic;
    private final Class<E> events;

    public EventDecoder(Topic topic, Class<E> events) {
        this.topic = topic;
        this.events = events;
    }

    /** The event of a record; null when its type is not known here. @throws UnreadableEvent when it cannot be read */
    public @Nullable Received<E> read(ConsumerRecord<String, byte[]> raw) {
        Class<? extends Event> type = EventTypes.find(topic, required(raw, CloudEventHeaders.TYPE));
        return type == null ? null : receive(raw, events.cast(body(raw, type)));
    }

    Decoded<E> decode(ConsumerRecord<String, byte[]> raw) {
        try {
            Received<E> received = read(raw);
            return received == null
                    ? new Decoded.UnknownType<>(required(raw, CloudEventHeaders.TYPE))
                    : new Decoded.Known<>(received);
        } catch (UnreadableEvent e) {
            return new Decoded.Unreadable<>(String.valueOf(e.getMessage()));
        }
    }

    private static Event body(ConsumerRecord<String, byte[]> raw, Class<? extends Event> type) {
        if (raw.value() == null) {
            throw new UnreadableEvent("the body is missing", null);
        }
        return WireJson.read(raw.value(), type);
    }

    private static <E extends Event> Received<E> receive(ConsumerRecord<String, byte[]> raw, E event) {
        if (raw.key() == null) {
            throw new UnreadableEvent("the key is missing", null);
        }
        try {
            return new Received<>(
                    event,
                    UUID.fromString(required(raw, CloudEventHeaders.ID)),
                    required(raw, CloudEventHeaders.TYPE),
                    raw.key(),
                    raw.partition(),
                    raw.offset(),
                    Instant.parse(required(raw, CloudEventHeaders.TIME)),
                    Instant.ofEpochMilli(raw.timestamp()),
                    header(raw, CloudEventHeaders.TRACEPARENT),
                    raw.value());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEvent("a header is malformed: " + e.getMessage(), e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> raw, String name) {
        String value = header(raw, name);
        if (value == null) {
            throw new UnreadableEvent("the header " + name + " is missing", null);
        }
        return value;
    }

    /** The text of a header; null when the record does not have it. */
    public static @Nullable String header(ConsumerRecord<String, byte[]> raw, String name) {
        Header header = raw.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
