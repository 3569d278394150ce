package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LogRangeTest {
    private static final TopicPartition PARTITION = new TopicPartition("chat.turn-stream", 0);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("none");
    private final List<Long> shown = new ArrayList<>();

    @Test
    void what_lies_between_is_shown_in_order() {
        holds(5);

        range(1, 4).show(consumer, raw -> shown.add(raw.offset()), AT_ONCE);

        assertThat(shown).containsExactly(1L, 2L, 3L);
    }

    @Test
    void who_has_seen_enough_is_shown_no_more() {
        holds(5);

        range(0, 5).show(consumer, raw -> shown.add(raw.offset()) && raw.offset() < 2, AT_ONCE);

        assertThat(shown).containsExactly(0L, 1L, 2L);
    }

    @Test
    void an_empty_range_asks_nobody() {
        range(3, 3).show(consumer, raw -> shown.add(raw.offset()), AT_ONCE);

        assertThat(shown).isEmpty();
    }

    @Test
    void a_log_that_says_nothing_cannot_be_read() {
        holds(2);

        assertThatThrownBy(() -> range(0, 9).show(consumer, raw -> shown.add(raw.offset()), AT_ONCE))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    private static LogRange range(long from, long until) {
        return new LogRange(PARTITION, from, until);
    }

    private void holds(int records) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            for (int offset = 0; offset < records; offset++) {
                consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, "key", new byte[0]));
            }
        });
    }
}
