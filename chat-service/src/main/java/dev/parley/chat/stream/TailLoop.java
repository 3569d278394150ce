package dev.parley.chat.stream;

import dev.parley.contracts.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the tail: it owns the consumer and the readers, and takes orders between polls. It waits for the network in
 * polls alone, which an order ends; all else it knows by itself, above all how far it has read.
 */
final class TailLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(TailLoop.class);
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final long KEEP_IDLE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Consumer<String, byte[]> consumer;
    private final BufferLimits limits;
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private final Map<Integer, TailedPartition> partitions = new HashMap<>();
    private final PollBackoff backoff = new PollBackoff();
    private final Thread thread = Thread.ofPlatform().name("stream-tail").unstarted(this);
    private long restsUntilNanos = System.nanoTime();
    private volatile boolean stopping;

    TailLoop(Consumer<String, byte[]> consumer, BufferLimits limits) {
        this.consumer = consumer;
        this.limits = limits;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        var _ = order(() -> true);
    }

    boolean isStopping() {
        return stopping;
    }

    /** Serves a reader from now on; empty when the tail is not on its partition. */
    CompletableFuture<Optional<Subscription>> join(String turn, int partition) {
        return order(() -> Optional.ofNullable(partitions.get(partition)).map(tailed -> register(turn, tailed)));
    }

    /** Serves a reader from now on, on a partition that the tail goes to if it is not there yet. */
    CompletableFuture<Subscription> follow(String turn, int partition, long end) {
        return order(() -> register(turn, partitions.computeIfAbsent(partition, _ -> goTo(partition, end))));
    }

    private <T> CompletableFuture<T> order(Supplier<T> order) {
        var result = new CompletableFuture<T>();
        orders.add(() -> {
            try {
                result.complete(order.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        consumer.wakeup();
        return result;
    }

    @Override
    public void run() {
        try (consumer) {
            while (!stopping) {
                obey();
                pollOnce();
            }
            obey();
        } finally {
            partitions.values().forEach(TailedPartition::cutAll);
        }
    }

    private void obey() {
        Runnable order = awaitOrder();
        while (order != null) {
            order.run();
            order = orders.poll();
        }
    }

    /** Without partitions there is nothing but orders; after a failure they are all there is for a while. */
    private @Nullable Runnable awaitOrder() {
        try {
            return partitions.isEmpty() && !stopping
                    ? orders.take()
                    : orders.poll(restsUntilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
            return null;
        }
    }

    private void pollOnce() {
        if (partitions.isEmpty() || stopping || System.nanoTime() < restsUntilNanos) {
            return;
        }
        try {
            deliver(consumer.poll(POLL));
            backoff.succeeded();
            leaveIdlePartitions();
        } catch (WakeupException orderGiven) {
            log.trace("Woken for an order");
        } catch (OffsetOutOfRangeException e) {
            // The log was cut off behind the readers: what is gone cannot be told, so they have to resume.
            log.warn("The log no longer holds what the tail has to read next: {}", e.toString());
            leave(e.partitions());
        } catch (RuntimeException e) {
            rest(e);
        }
    }

    private void rest(RuntimeException failure) {
        Duration pause = backoff.failed();
        log.warn("The tail cannot read, and tries again in {} ms: {}", pause.toMillis(), failure.toString());
        restsUntilNanos = System.nanoTime() + pause.toNanos();
    }

    private Subscription register(String turn, TailedPartition tailed) {
        var subscription = new Subscription(limits, tailed.next(), it -> leave(tailed, turn, it));
        tailed.add(turn, subscription);
        return subscription;
    }

    private void leave(TailedPartition tailed, String turn, Subscription reader) {
        var _ = order(() -> {
            tailed.remove(turn, reader, System.nanoTime());
            return true;
        });
    }

    private TailedPartition goTo(int partition, long end) {
        Set<Integer> all = new HashSet<>(partitions.keySet());
        all.add(partition);
        assign(all);
        consumer.seek(topicPartition(partition), end);
        return new TailedPartition(end, System.nanoTime());
    }

    /** A reader is told once of all that a poll has brought it. */
    private void deliver(ConsumerRecords<String, byte[]> records) {
        Set<Subscription> reached = new LinkedHashSet<>();
        for (ConsumerRecord<String, byte[]> raw : records) {
            TailedPartition tailed = partitions.get(raw.partition());
            if (tailed != null) {
                tailed.deliver(raw, reached);
            }
        }
        reached.forEach(Subscription::announce);
    }

    private void leaveIdlePartitions() {
        long now = System.nanoTime();
        if (partitions.values().removeIf(tailed -> tailed.isIdleFor(KEEP_IDLE_NANOS, now))) {
            assign(partitions.keySet());
        }
    }

    private void leave(Set<TopicPartition> lost) {
        lost.forEach(partition -> {
            TailedPartition tailed = partitions.remove(partition.partition());
            if (tailed != null) {
                tailed.cutAll();
            }
        });
        assign(partitions.keySet());
    }

    private void assign(Set<Integer> numbers) {
        consumer.assign(numbers.stream().map(TailLoop::topicPartition).toList());
    }

    private static TopicPartition topicPartition(int partition) {
        return new TopicPartition(Topic.TURN_STREAM.topicName(), partition);
    }
}
