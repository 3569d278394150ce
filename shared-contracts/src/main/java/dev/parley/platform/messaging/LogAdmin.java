package dev.parley.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker for places on the log. Every question is answered, or has failed, in time. Thread-safe. */
public final class LogAdmin implements AutoCloseable {
    private static final int LONGEST_BACKOFF_MS = 500;

    private final Admin admin;
    private final int boundMs;

    /** @param bound how long an answer may take */
    LogAdmin(Map<String, Object> connection, Duration bound) {
        this.boundMs = Math.toIntExact(bound.toMillis());
        Map<String, Object> config = new HashMap<>(connection);
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "log-positions");
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, boundMs);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, boundMs);
        config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, Math.min(boundMs, LONGEST_BACKOFF_MS));
        this.admin = Admin.create(config);
    }

    /** Behind the last record that is confirmed. */
    public CompletableFuture<Positions> ends(Collection<LogPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** Before these places there is nothing that a group would still read: it has confirmed it, or it is forgotten. */
    public CompletableFuture<Positions> settled(String group, Collection<LogPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest())
                .thenCombine(confirmed(group, partitions), (begin, confirmed) -> begin.furthest(confirmed));
    }

    private CompletableFuture<Positions> offsets(Collection<LogPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, LogPartition> wanted = byName(partitions);
        var options = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(boundMs);
        return admin.listOffsets(wanted.keySet().stream().collect(Collectors.toMap(it -> it, _ -> which)), options)
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(found -> {
                    Map<LogPartition, Long> next = new HashMap<>();
                    found.forEach((name, place) -> next.put(wanted.get(name), place.offset()));
                    return new Positions(next);
                });
    }

    private CompletableFuture<Positions> confirmed(String group, Collection<LogPartition> partitions) {
        Map<TopicPartition, LogPartition> wanted = byName(partitions);
        var spec = new ListConsumerGroupOffsetsSpec().topicPartitions(wanted.keySet());
        return admin.listConsumerGroupOffsets(
                        Map.of(group, spec), new ListConsumerGroupOffsetsOptions().timeoutMs(boundMs))
                .partitionsToOffsetAndMetadata()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(found -> {
                    Map<LogPartition, Long> next = new HashMap<>();
                    // A partition of which nothing was confirmed has no value.
                    found.forEach((name, place) -> next.put(wanted.get(name), place == null ? 0 : place.offset()));
                    return new Positions(next);
                });
    }

    private static Map<TopicPartition, LogPartition> byName(Collection<LogPartition> partitions) {
        return partitions.stream().collect(Collectors.toMap(LogPartition::onLog, Function.identity()));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
