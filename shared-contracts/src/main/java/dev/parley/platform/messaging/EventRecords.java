package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.turn.Delta;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes an event as a record: a CloudEvent in binary mode with the trace it belongs to. */
public final class EventRecords {
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] CONTENT_TYPE = "application/json".getBytes(UTF_8);

    private static final ClassValue<byte[]> TYPES = new ClassValue<>() {
        @Override
        protected byte[] computeValue(Class<?> event) {
            return Event.typeOf(event.asSubclass(Event.class)).getBytes(UTF_8);
        }
    };

    private final byte[] source;
    private final Clock clock;
    private volatile Stamp latest = new Stamp(Instant.EPOCH);

    /** A time in milliseconds, written: under load many events have the same. */
    private record Stamp(Instant time, byte[] text) {
        Stamp(Instant time) {
            this(time, time.toString().getBytes(UTF_8));
        }
    }

    /** @param service the name of the service that writes */
    public EventRecords(String service, Clock clock) {
        this.source = ("/parley/" + service).getBytes(UTF_8);
        this.clock = clock;
    }

    public ProducerRecord<String, byte[]> toRecord(Outgoing outgoing) {
        Event event = outgoing.event();
        var result = new ProducerRecord<>(
                outgoing.topic().topicName(), outgoing.partition(), outgoing.key(), WireJson.write(event));
        describe(result, outgoing.id(), TYPES.get(event.getClass()));
        outgoing.extensions().forEach((name, value) -> put(result.headers(), name, value));
        if (!(event instanceof Delta)) {
            // A turn's first and last records carry its trace; hundreds of pieces between them need not.
            putTrace(result.headers());
        }
        return result;
    }

    ProducerRecord<String, byte[]> toRecord(WrittenEvent event) {
        var result = new ProducerRecord<>(event.topic(), event.key(), event.body());
        describe(result, event.id(), event.type().getBytes(UTF_8));
        putTrace(result.headers());
        return result;
    }

    private void describe(ProducerRecord<String, byte[]> written, UUID id, byte[] type) {
        Headers headers = written.headers();
        headers.add(CloudEventHeaders.SPEC_VERSION, SPEC_VERSION);
        put(headers, CloudEventHeaders.ID, id.toString());
        headers.add(CloudEventHeaders.TYPE, type);
        headers.add(CloudEventHeaders.SOURCE, source);
        put(headers, CloudEventHeaders.SUBJECT, written.key());
        headers.add(CloudEventHeaders.TIME, now());
        headers.add(CloudEventHeaders.CONTENT_TYPE, CONTENT_TYPE);
    }

    private byte[] now() {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Stamp stamp = latest;
        if (!stamp.time().equals(time)) {
            stamp = new Stamp(time);
            latest = stamp;
        }
        return stamp.text();
    }

    private static void putTrace(Headers headers) {
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, EventRecords::putHeader);
    }

    private static void putHeader(@Nullable Headers headers, String name, String value) {
        if (headers != null) {
            put(headers, name, value);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
