package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.TailConsumers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of the tail: it owns the consumer and the readers, and takes orders between polls. */
final class TailLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(TailLoop.class);
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final long KEEP_IDLE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MAX_POLL_RECORDS = 5_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final int bufferedEvents;
    private final BlockingQueue<Runnable> orders = new LinkedBlockingQueue<>();
    private final Map<Integer, TailedPartition> partitions = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("stream-tail").unstarted(this);
    private volatile boolean stopping;

    TailLoop(TailConsumers consumers, int bufferedEvents) {
        this.consumer = consumers.create("stream-tail", MAX_POLL_RECORDS);
        this.bufferedEvents = bufferedEvents;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        order(() -> {});
    }

    CompletableFuture<Subscription> subscribe(String turn, int partition) {
        var result = new CompletableFuture<Subscription>();
        order(() -> {
            try {
                result.complete(add(turn, partition));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void order(Runnable order) {
        orders.add(order);
        consumer.wakeup();
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
        Runnable order = partitions.isEmpty() ? awaitOrder() : orders.poll();
        while (order != null) {
            order.run();
            order = orders.poll();
        }
    }

    private Runnable awaitOrder() {
        try {
            return orders.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
            return () -> {};
        }
    }

    private void pollOnce() {
        if (partitions.isEmpty() || stopping) {
            return;
        }
        try {
            deliver(consumer.poll(POLL));
            leaveIdlePartitions();
        } catch (WakeupException orderGiven) {
            log.trace("Woken for an order");
        } catch (OffsetOutOfRangeException e) {
            // The log was cut off behind the readers: what is gone cannot be told, so they have to resume.
            log.warn("The log no longer holds what the tail has to read next", e);
            leave(e.partitions());
        } catch (KafkaException e) {
            log.warn("The tail cannot read, and tries again", e);
        }
    }

    private Subscription add(String turn, int partition) {
        TailedPartition readers = partitions.get(partition);
        if (readers == null) {
            readers = new TailedPartition();
            partitions.put(partition, readers);
            assign();
            consumer.seekToEnd(List.of(topicPartition(partition)));
        }
        long liveFrom = position(partition);
        TailedPartition tailed = readers;
        var subscription = new Subscription(
                bufferedEvents, liveFrom, it -> order(() -> tailed.remove(turn, it, System.nanoTime())));
        readers.add(turn, subscription);
        return subscription;
    }

    private long position(int partition) {
        try {
            return consumer.position(topicPartition(partition), Duration.ofSeconds(3));
        } catch (WakeupException orderGiven) {
            return position(partition);
        } catch (KafkaException e) {
            partitions.remove(partition);
            assign();
            throw e;
        }
    }

    private void deliver(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> raw : records) {
            TailedPartition readers = partitions.get(raw.partition());
            String turn = EventDecoder.header(raw, CloudEventHeaders.TURN);
            List<Subscription> interested = readers == null || turn == null ? List.of() : readers.readersOf(turn);
            StreamEvent event = interested.isEmpty() ? null : StreamEvent.of(raw);
            if (event != null) {
                interested.forEach(reader -> reader.offer(event));
            }
        }
    }

    private void leaveIdlePartitions() {
        long now = System.nanoTime();
        if (partitions.values().removeIf(readers -> readers.isIdleFor(KEEP_IDLE_NANOS, now))) {
            assign();
        }
    }

    private void leave(Set<TopicPartition> lost) {
        lost.forEach(partition -> {
            TailedPartition readers = partitions.remove(partition.partition());
            if (readers != null) {
                readers.cutAll();
            }
        });
        assign();
    }

    private void assign() {
        consumer.assign(
                partitions.keySet().stream().map(TailLoop::topicPartition).toList());
    }

    private static TopicPartition topicPartition(int partition) {
        return new TopicPartition(Topic.TURN_STREAM.topicName(), partition);
    }
}
