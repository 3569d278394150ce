package dev.parley.testing.topic;

import dev.parley.testing.backing.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All partitions of one topic, without a group. Remembers what it has read. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final List<TopicRecord> seen = new ArrayList<>();

    private TopicReader(String topic, String servers) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Everything the topic holds and will get. Waits until the topic is there. */
    public static TopicReader fromBeginning(String topic) {
        return fromBeginning(topic, Kafka.bootstrapServers());
    }

    /** The same on another broker than that of this JVM. */
    public static TopicReader fromBeginning(String topic, String servers) {
        TopicReader reader = new TopicReader(topic, servers);
        reader.consumer.seekToBeginning(reader.assign());
        return reader;
    }

    /** Only what is written after this call. Waits until the topic is there. */
    public static TopicReader fromNow(String topic) {
        return fromNow(topic, Kafka.bootstrapServers());
    }

    /** The same on another broker than that of this JVM. */
    public static TopicReader fromNow(String topic, String servers) {
        TopicReader reader = new TopicReader(topic, servers);
        List<TopicPartition> partitions = reader.assign();
        reader.consumer.seekToEnd(partitions);
        // A seek is done when the position is asked for; until then "now" would move on.
        partitions.forEach(reader.consumer::position);
        return reader;
    }

    /** The first record with this key, waiting for it. */
    public TopicRecord await(String key) {
        return await(key, 1).getFirst();
    }

    /** The first so many records with this key, waiting for them. */
    public List<TopicRecord> await(String key, int count) {
        return await(withKey(key), count, "with key " + key);
    }

    /** The first record that fits, waiting for it. */
    public TopicRecord await(Predicate<TopicRecord> wanted) {
        return await(wanted, 1).getFirst();
    }

    /** The first so many records that fit, waiting for them. */
    public List<TopicRecord> await(Predicate<TopicRecord> wanted, int count) {
        return await(wanted, count, "that fit");
    }

    /** What has been read so far and what is on the topic now. */
    public List<TopicRecord> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        if (!pollUntil(() -> isReadTo(ends), PATIENCE)) {
            throw new AssertionError("%s could not be read to its end within %s".formatted(topic, PATIENCE));
        }
        return List.copyOf(seen);
    }

    public List<TopicRecord> records(String key) {
        return matching(records(), withKey(key));
    }

    /** All that fit, after having looked for so long: for records that must not come, or not twice. */
    public List<TopicRecord> recordsWithin(Duration time, Predicate<TopicRecord> wanted) {
        pollUntil(() -> false, time);
        return matching(seen, wanted);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicRecord> await(Predicate<TopicRecord> wanted, int count, String description) {
        if (!pollUntil(() -> matching(seen, wanted).size() >= count, PATIENCE)) {
            throw new AssertionError("%d records %s did not come on %s within %s; seen:%n%s"
                    .formatted(count, description, topic, PATIENCE, lines(seen)));
        }
        return matching(seen, wanted).subList(0, count);
    }

    private boolean pollUntil(BooleanSupplier done, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            poll();
        }
        return true;
    }

    private boolean isReadTo(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void poll() {
        consumer.poll(POLL).forEach(record -> seen.add(new TopicRecord(record)));
    }

    private List<TopicPartition> assign() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<TopicPartition> partitions = partitions();
        while (partitions.isEmpty() && System.nanoTime() < deadline) {
            partitions = partitions();
        }
        if (partitions.isEmpty()) {
            close();
            throw new AssertionError("There is no topic " + topic);
        }
        consumer.assign(partitions);
        return partitions;
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static Predicate<TopicRecord> withKey(String key) {
        return record -> key.equals(record.key());
    }

    private static List<TopicRecord> matching(List<TopicRecord> records, Predicate<TopicRecord> wanted) {
        return records.stream().filter(wanted).toList();
    }

    private static String lines(List<TopicRecord> records) {
        return records.stream().map(TopicRecord::toString).collect(Collectors.joining("\n"));
    }
}
