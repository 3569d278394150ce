package dev.parley.testing.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.backing.Kafka;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final String TOPIC = "topics-test";

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void a_topic() {
        Kafka.ensureTopic(TOPIC, 3);
        Kafka.ensureTopic(TOPIC, 3);
        assertThat(Kafka.topics()).contains(TOPIC);
    }

    @Test
    void a_record_is_read_as_it_was_written() {
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            TopicWriter.to(TOPIC).write(2, key, new byte[] {-1, 0}, Map.of("ce_id", "ä"));

            TopicRecord read = reader.await(key);

            assertThat(read.body()).containsExactly(-1, 0);
            assertThat(read.partition()).isEqualTo(2);
            assertThat(read.header("ce_id")).isEqualTo("ä");
            assertThat(read.header("none")).isNull();
        }
    }

    @Test
    void a_reader_from_now_does_not_see_what_was_before() {
        TopicWriter.to(TOPIC).write(key, "before", Map.of());
        try (TopicReader now = TopicReader.fromNow(TOPIC);
                TopicReader beginning = TopicReader.fromBeginning(TOPIC)) {
            TopicWriter.to(TOPIC).write(key, "after", Map.of());

            assertThat(beginning.await(key, 2)).extracting(TopicRecord::text).containsExactly("before", "after");
            assertThat(now.await(record -> key.equals(record.key())).text()).isEqualTo("after");
            assertThat(now.records(key)).hasSize(1);
        }
    }

    @Test
    void a_tombstone_has_an_empty_body() {
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            TopicWriter.to(TOPIC).write(key, (byte[]) null, Map.of());

            assertThat(reader.await(key).text()).isEmpty();
        }
    }

    @Test
    void what_does_not_come_is_looked_for_as_long_as_asked() {
        try (TopicReader reader = TopicReader.fromNow(TOPIC)) {
            assertThat(reader.recordsWithin(Duration.ofMillis(100), record -> key.equals(record.key())))
                    .isEmpty();
        }
    }
}
