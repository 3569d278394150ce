package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicTest {
    @Test
    void what_is_on_a_log_now_is_gone_a_segment_after_the_longest_retention() {
        assertThat(Topic.longestKept()).hasDays(365 + 7);
        assertThat(Stream.of(Topic.values()).map(topic -> topic.retention().period()))
                .allSatisfy(period -> assertThat(period == null || period.compareTo(Topic.longestKept()) < 0)
                        .isTrue());
    }
}
