package dev.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.topic.Topic;
import dev.parley.testing.backing.Kafka;
import dev.parley.testing.topic.TopicWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogAdminTest {
    private final String key = UUID.randomUUID().toString();
    private final LogPartition partition = LogPartition.of(Topic.LOCATION_RESULTS, key);
    private final List<LogPartition> one = List.of(partition);

    @BeforeAll
    static void there_are_topics() {
        Kafka.ensureTopic(Topic.LOCATION_RESULTS.topicName(), Topic.LOCATION_RESULTS.partitions());
    }

    @Test
    void a_confirmed_record_lies_before_the_end_of_the_partition_of_its_key() {
        try (LogAdmin admin = admin()) {
            RecordMetadata written = write();

            assertThat(written.partition()).isEqualTo(partition.number());
            assertThat(admin.ends(one).join()).isEqualTo(at(written.offset() + 1));
            assertThat(admin.ends(LogPartition.all(Topic.LOCATION_RESULTS))
                            .join()
                            .next())
                    .hasSize(Topic.LOCATION_RESULTS.partitions());
        }
    }

    @Test
    void settled_is_what_a_group_has_confirmed_or_the_log_has_forgotten() throws Exception {
        try (LogAdmin admin = admin();
                Admin broker = Kafka.admin()) {
            String group = "group-" + key;
            long second = write().offset();
            long third = write().offset();
            var name = new TopicPartition(Topic.LOCATION_RESULTS.topicName(), partition.number());

            broker.alterConsumerGroupOffsets(group, Map.of(name, new OffsetAndMetadata(second)))
                    .all()
                    .get();
            assertThat(admin.settled(group, one).join()).isEqualTo(at(second));

            broker.deleteRecords(Map.of(name, RecordsToDelete.beforeOffset(third)))
                    .all()
                    .get();
            assertThat(admin.settled(group, one).join()).isEqualTo(at(third));
            assertThat(admin.settled("nobody-" + key, one).join()).isEqualTo(at(third));
        }
    }

    @Test
    void a_broker_that_is_not_there_is_no_answer_within_seconds() {
        try (LogAdmin admin = new LogAdmin(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofSeconds(1))) {
            long begin = System.nanoTime();

            assertThatThrownBy(() -> admin.ends(one).join()).isInstanceOf(CompletionException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private RecordMetadata write() {
        return TopicWriter.to(Topic.LOCATION_RESULTS.topicName()).write(key, "{}", Map.of());
    }

    private Positions at(long next) {
        return new Positions(Map.of(partition, next));
    }

    private static LogAdmin admin() {
        return new LogAdmin(Map.of("bootstrap.servers", Kafka.bootstrapServers()), Duration.ofSeconds(20));
    }
}
