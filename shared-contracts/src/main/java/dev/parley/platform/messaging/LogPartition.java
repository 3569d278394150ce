package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** One partition of a topic. */
public record LogPartition(Topic topic, int number) {
    /** Where the records with this key are: producers choose by the same hash. */
    public static LogPartition of(Topic topic, String key) {
        return new LogPartition(topic, BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), topic.partitions()));
    }

    public static List<LogPartition> all(Topic topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(number -> new LogPartition(topic, number))
                .toList();
    }

    TopicPartition onLog() {
        return new TopicPartition(topic.topicName(), number);
    }
}
