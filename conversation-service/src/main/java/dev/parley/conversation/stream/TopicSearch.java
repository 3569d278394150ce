package dev.parley.conversation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.TailConsumers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for rows of the outbox on their topics. */
@Component
class TopicSearch {
    /** By how much the clocks of broker, database and services may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int BATCH = 2000;

    private final TailConsumers consumers;

    TopicSearch(TailConsumers consumers) {
        this.consumers = consumers;
    }

    /**
     * Those of the rows that are on their topic, as far as it reaches when the call comes.
     *
     * @throws org.apache.kafka.common.KafkaException when the topic cannot be read to its end
     */
    Set<UUID> found(List<LeftBehind.Row> rows) {
        Set<UUID> found = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer = consumers.create("outbox-reconciler", BATCH)) {
            rows.stream()
                    .collect(Collectors.groupingBy(LeftBehind.Row::topic))
                    .values()
                    .forEach(ofTopic -> found.addAll(search(consumer, ofTopic)));
        }
        return found;
    }

    private static Set<UUID> search(KafkaConsumer<String, byte[]> consumer, List<LeftBehind.Row> rows) {
        Map<TopicPartition, Instant> partitions = beginnings(consumer, rows);
        Map<TopicPartition, Long> unread = new HashMap<>(consumer.endOffsets(partitions.keySet()));
        consumer.assign(partitions.keySet());
        seek(consumer, partitions, unread);
        Set<UUID> wanted = rows.stream().map(LeftBehind.Row::id).collect(Collectors.toSet());
        Set<UUID> found = new HashSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isRead(consumer, unread)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The topic could not be read to its end in time");
            }
            for (ConsumerRecord<String, byte[]> raw : consumer.poll(POLL)) {
                UUID id = id(raw);
                if (id != null && wanted.contains(id)) {
                    found.add(id);
                }
            }
        }
        return found;
    }

    /** The partitions of the rows' keys, each with the time from which on one of its rows may be there. */
    private static Map<TopicPartition, Instant> beginnings(
            KafkaConsumer<String, byte[]> consumer, List<LeftBehind.Row> rows) {
        String topic = rows.getFirst().topic();
        int count = consumer.partitionsFor(topic).size();
        Map<TopicPartition, Instant> beginnings = new HashMap<>();
        for (LeftBehind.Row row : rows) {
            int number = BuiltInPartitioner.partitionForKey(row.key().getBytes(UTF_8), count);
            Instant from = row.createdAt().minus(SKEW);
            beginnings.merge(new TopicPartition(topic, number), from, (a, b) -> a.isBefore(b) ? a : b);
        }
        return beginnings;
    }

    private static void seek(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Instant> partitions,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach((partition, from) -> times.put(partition, from.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> places = consumer.offsetsForTimes(times);
        // No place: nothing that young is there, and all that was ever there is passed over.
        partitions.keySet().forEach(partition -> {
            OffsetAndTimestamp place = places.get(partition);
            consumer.seek(partition, place == null ? ends.getOrDefault(partition, 0L) : place.offset());
        });
    }

    private static boolean isRead(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static @Nullable UUID id(ConsumerRecord<String, byte[]> raw) {
        String id = EventDecoder.header(raw, CloudEventHeaders.ID);
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException somebodyElses) {
            return null;
        }
    }
}
