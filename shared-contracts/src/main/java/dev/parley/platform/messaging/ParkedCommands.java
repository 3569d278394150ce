package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands of types that were unknown when they were read, in the table {@code platform.parked_command}. */
final class ParkedCommands implements Parking {
    private final JdbcClient jdbc;

    ParkedCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The time tells a record from one of an older log that stood at the same place. */
    @Override
    public boolean park(Topic topic, ConsumerRecord<String, byte[]> raw, String type) {
        int added = jdbc.sql("""
                        insert into platform.parked_command
                               (topic, partition, record_offset, written_at, type, key, headers, body)
                        values (:topic, :partition, :offset, :written, :type, :key, :headers, :body)
                        on conflict do nothing""")
                .param("topic", topic.topicName())
                .param("partition", raw.partition())
                .param("offset", raw.offset())
                .param("written", raw.timestamp())
                .param("type", type)
                .param("key", raw.key() == null ? null : raw.key().getBytes(UTF_8))
                .param("headers", StoredHeaders.write(raw.headers()))
                .param("body", raw.value())
                .update();
        return added > 0;
    }

    /**
     * The oldest of these types, locked for the rest of the transaction. Replicas that look at the same time wait for each
     * other; whoever comes second may see nothing although there is more.
     */
    Optional<ConsumerRecord<String, byte[]>> takeOldest(Topic topic, Collection<String> types) {
        return jdbc.sql("""
                        select * from platform.parked_command
                         where topic = :topic and type = any (:types)
                         order by written_at, partition, record_offset
                         limit 1 for update""")
                .param("topic", topic.topicName())
                .param("types", types.toArray(String[]::new))
                .query((row, _) -> read(row))
                .optional();
    }

    void remove(ConsumerRecord<String, byte[]> raw) {
        jdbc.sql("""
                        delete from platform.parked_command
                         where topic = :topic and partition = :partition and record_offset = :offset
                           and written_at = :written""")
                .param("topic", raw.topic())
                .param("partition", raw.partition())
                .param("offset", raw.offset())
                .param("written", raw.timestamp())
                .update();
    }

    /** How many wait, by topic. */
    Map<String, Long> waiting() {
        return jdbc
                .sql("select topic, count(*) as waiting from platform.parked_command group by topic")
                .query((row, _) -> Map.entry(row.getString("topic"), row.getLong("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ConsumerRecord<String, byte[]> read(ResultSet row) throws SQLException {
        byte @Nullable [] body = row.getBytes("body");
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getLong("written_at"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                body == null ? ConsumerRecord.NULL_SIZE : body.length,
                text(row.getBytes("key")),
                body,
                StoredHeaders.read(row.getBytes("headers")),
                Optional.empty());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
