package dev.parley.conversation.stream;

import dev.parley.platform.messaging.WrittenEvent;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. Its body is passed on as it is: an older version may have to publish what a newer one has added. */
record OutboxRow(WrittenEvent event, @Nullable String traceparent) {
    private static final String TABLE = ".public.outbox";

    UUID id() {
        return event.id();
    }

    /** As it was read from the write-ahead log; empty for everything but a row that was added to the outbox. */
    static Optional<OutboxRow> added(SourceRecord change) {
        if (change.topic() == null || !change.topic().endsWith(TABLE) || !(change.value() instanceof Struct envelope)) {
            return Optional.empty();
        }
        boolean isNew = "c".equals(envelope.getString("op"));
        return isNew ? Optional.of(read(envelope.getStruct("after"))) : Optional.empty();
    }

    private static OutboxRow read(Struct row) {
        var event = new WrittenEvent(
                row.getString("topic"),
                row.getString("key"),
                UUID.fromString(row.getString("id")),
                row.getString("type"),
                payload(row));
        return new OutboxRow(event, row.getString("traceparent"));
    }

    /** As it is in the table. */
    static OutboxRow read(ResultSet row) throws SQLException {
        var event = new WrittenEvent(
                row.getString("topic"),
                row.getString("key"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getBytes("payload"));
        return new OutboxRow(event, row.getString("traceparent"));
    }

    private static byte[] payload(Struct row) {
        ByteBuffer buffer = ByteBuffer.wrap(row.getBytes("payload"));
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
