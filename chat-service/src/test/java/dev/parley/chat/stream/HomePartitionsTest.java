package dev.parley.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.topic.Topic;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HomePartitionsTest {
    @Test
    void a_replica_has_two_of_the_topics_partitions_and_uses_them_alike() {
        var home = new HomePartitions();

        var used = Stream.generate(home::next).limit(100).toList();

        assertThat(used).allMatch(partition -> partition >= 0 && partition < Topic.TURN_STREAM.partitions());
        assertThat(used.stream().distinct()).hasSize(2);
        assertThat(used.stream().filter(used.getFirst()::equals)).hasSize(50);
    }

    @Test
    void replicas_spread_over_the_topic() {
        assertThat(Stream.generate(HomePartitions::new)
                        .limit(200)
                        .map(HomePartitions::next)
                        .distinct())
                .hasSizeGreaterThan(Topic.TURN_STREAM.partitions() / 2);
    }
}
