package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Retention;
import dev.parley.contracts.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.context.SmartLifecycle;

/**
 * Creates what is missing of all topics, by whoever starts first, while the rest of the service loads; listeners start
 * after it. Refuses to start on a topic whose number of partitions is not the declared one.
 */
final class TopicCreation implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CompletableFuture<Void> done;
    private volatile boolean running;

    TopicCreation(Supplier<Admin> admins, Duration patience) {
        var executor = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("topic-creation").factory());
        this.done = CompletableFuture.runAsync(() -> create(admins, patience), executor);
        executor.shutdown();
    }

    private static void create(Supplier<Admin> admins, Duration patience) {
        try (Admin admin = admins.get()) {
            var options = new CreateTopicsOptions().timeoutMs(Math.toIntExact(patience.toMillis()));
            List<NewTopic> wanted = Stream.of(Topic.values())
                    .flatMap(topic -> Stream.of(live(topic), deadLetters(topic)))
                    .toList();
            admin.createTopics(wanted, options).values().values().forEach(TopicCreation::awaitCreation);
            describe(admin, System.nanoTime() + patience.toNanos()).forEach(TopicCreation::requirePartitions);
            new TopicUpkeep(admin).bringUpToDate();
        }
    }

    /** A topic that was made just now may be unknown to the broker that is asked, for a moment. */
    private static Map<String, TopicDescription> describe(Admin admin, long deadline) {
        List<String> names = Stream.of(Topic.values()).map(Topic::topicName).toList();
        while (true) {
            try {
                return await(admin.describeTopics(names).allTopicNames());
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static NewTopic live(Topic topic) {
        return new NewTopic(topic.topicName(), Optional.of(topic.partitions()), Optional.empty())
                .configs(configs(topic.retention(), Topic.MAX_RECORD_BYTES));
    }

    private static NewTopic deadLetters(Topic topic) {
        return new NewTopic(topic.deadLetterName(), Optional.of(1), Optional.empty())
                .configs(configs(new Retention(Topic.DEAD_LETTERS_KEPT), Topic.MAX_DEAD_LETTER_BYTES));
    }

    private static Map<String, String> configs(Retention retention, int maxRecordBytes) {
        Map<String, String> configs = new HashMap<>();
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxRecordBytes));
        configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TopicUpkeep.DATED_BY_THE_BROKER);
        Duration period = retention.period();
        if (period == null) {
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            configs.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(period.toMillis()));
        }
        return configs;
    }

    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void requirePartitions(String name, TopicDescription description) {
        Topic topic = Stream.of(Topic.values())
                .filter(it -> it.topicName().equals(name))
                .findFirst()
                .orElseThrow();
        int found = description.partitions().size();
        if (found != topic.partitions()) {
            throw new IllegalStateException("The topic " + name + " has " + found + " partitions, and must have "
                    + topic.partitions() + ": streams are resumed by their place in a partition, so it cannot change");
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The topics cannot be created: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void start() {
        done.join();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before every listener and producer binding. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
