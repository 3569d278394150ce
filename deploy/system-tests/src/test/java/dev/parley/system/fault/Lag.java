package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the services have read. */
final class Lag implements AutoCloseable {
    private static final List<String> GROUPS = List.of(
            "agent-service",
            "chat-service",
            "conversation-service",
            "conversation-service-outcomes",
            "location-service");

    private final Admin admin;

    Lag(String brokers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000));
    }

    /** Waits until the broker answers. */
    void awaitBroker(Duration patience) {
        await("the broker answers")
                .atMost(patience)
                .ignoreExceptions()
                .until(() -> !get(admin.describeCluster().nodes()).isEmpty());
    }

    /** Waits until every group has read what was on the log at this moment, and tells how long that took. */
    Duration gone(Duration patience) {
        long since = System.nanoTime();
        Map<TopicPartition, Long> ends = ends();
        await("all that was on the log is read")
                .atMost(patience)
                .ignoreExceptions()
                .until(() -> GROUPS.stream().allMatch(group -> hasRead(group, ends)));
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> read = new HashMap<>();
        GROUPS.forEach(
                group -> committed(group).keySet().forEach(partition -> read.put(partition, OffsetSpec.latest())));
        return get(admin.listOffsets(read).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private boolean hasRead(String group, Map<TopicPartition, Long> ends) {
        return committed(group).entrySet().stream()
                .allMatch(entry -> entry.getValue().offset() >= ends.getOrDefault(entry.getKey(), 0L));
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
