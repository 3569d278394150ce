package dev.parley.conversation.stream;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventTypes;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, as it was read from the write-ahead log. */
record OutboxRow(UUID id, Outgoing event, @Nullable String traceparent) {
    private static final String TABLE = ".public.outbox";

    /** Empty for everything but a row that was added to the outbox. */
    static Optional<OutboxRow> added(SourceRecord change) {
        if (change.topic() == null || !change.topic().endsWith(TABLE) || !(change.value() instanceof Struct envelope)) {
            return Optional.empty();
        }
        boolean isNew = "c".equals(envelope.getString("op"));
        return isNew ? Optional.of(read(envelope.getStruct("after"))) : Optional.empty();
    }

    private static OutboxRow read(Struct row) {
        UUID id = UUID.fromString(row.getString("id"));
        Topic topic = topic(row.getString("topic"));
        Event event = WireJson.read(payload(row), type(topic, row.getString("type")));
        return new OutboxRow(id, Outgoing.of(topic, row.getString("key"), id, event), row.getString("traceparent"));
    }

    private static byte[] payload(Struct row) {
        ByteBuffer buffer = ByteBuffer.wrap(row.getBytes("payload"));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static Topic topic(String name) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The outbox names an unknown topic: " + name));
    }

    private static Class<? extends Event> type(Topic topic, String wireType) {
        Class<? extends Event> type = EventTypes.find(topic, wireType);
        if (type == null) {
            throw new IllegalStateException("The outbox holds an unknown type: " + wireType);
        }
        return type;
    }
}
