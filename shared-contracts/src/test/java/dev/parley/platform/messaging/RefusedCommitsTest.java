package dev.parley.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RefusedCommitsTest {
    private static final TopicPartition PARTITION = new TopicPartition("conversation.events", 3);
    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS = Map.of(PARTITION, new OffsetAndMetadata(17));

    @Test
    void a_commit_of_a_reader_that_has_lost_its_place_is_no_failure() {
        Consumer<Object, Object> reader = reader(new CommitFailedException("not part of an active group"));

        assertThatCode(() -> reader.commitSync(OFFSETS, Duration.ofSeconds(1))).doesNotThrowAnyException();
    }

    @Test
    void whatever_else_keeps_a_commit_from_being_stored_is_told_as_it_is() {
        var late = new TimeoutException("no answer");

        assertThatThrownBy(() -> reader(late).commitSync(OFFSETS, Duration.ofSeconds(1)))
                .isSameAs(late);
    }

    @Test
    void all_else_is_the_readers_own() {
        Consumer<Object, Object> reader = new RefusedCommits().apply(new MockConsumer<>("earliest"));

        reader.assign(Set.of(PARTITION));
        reader.commitSync(OFFSETS);

        assertThat(reader.assignment()).containsExactly(PARTITION);
        assertThat(reader.committed(Set.of(PARTITION))).isEqualTo(OFFSETS);
    }

    private static Consumer<Object, Object> reader(RuntimeException failure) {
        return new RefusedCommits().apply(new MockConsumer<>("earliest") {
            @Override
            public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                throw failure;
            }
        });
    }
}
