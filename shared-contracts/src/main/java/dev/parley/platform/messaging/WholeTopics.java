package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads topics from their beginning, at every replica, and goes on as they grow: for what is kept in memory. The start waits
 * until what is there has been read, before requests come; not for ever, since a log that is away must not keep a service down.
 */
public final class WholeTopics implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WholeTopics.class);
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_RECORDS = 500;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, EventDecoder<Event>> decoders;
    private final List<TopicPartition> partitions;
    private final Consumer<Event> reader;
    private final Duration patience;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean running;

    /** @param patience how long the start waits */
    public WholeTopics(
            TailConsumers consumers, String name, List<Topic> topics, Consumer<Event> reader, Duration patience) {
        this.consumer = consumers.create(name, MOST_RECORDS, LONGEST_FETCH);
        this.decoders = topics.stream()
                .collect(Collectors.toMap(Topic::topicName, topic -> new EventDecoder<>(topic, Event.class)));
        this.partitions = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
                .toList();
        this.reader = reader;
        this.patience = patience;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    private void run() {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (running && caughtUp.getCount() > 0) {
                attempt(this::catchUp);
            }
            while (running) {
                attempt(() -> take(POLL));
            }
        }
    }

    private void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            take(LONGEST_FETCH);
        }
        caughtUp.countDown();
    }

    private void take(Duration longest) {
        consumer.poll(longest).forEach(this::read);
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (WakeupException woken) {
            log.trace("Woken to stop");
        } catch (OffsetOutOfRangeException e) {
            log.warn("The log was replaced, and is read anew: {}", e.toString());
            consumer.seekToBeginning(partitions);
        } catch (KafkaException e) {
            log.warn("The log cannot be read, and is tried again: {}", e.toString());
            rest();
        }
    }

    private void rest() {
        try {
            running = !stopped.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void read(ConsumerRecord<String, byte[]> raw) {
        try {
            EventDecoder<Event> decoder = decoders.get(raw.topic());
            Received<Event> received = decoder == null ? null : decoder.read(raw);
            if (received != null) {
                reader.accept(received.event());
            }
        } catch (UnreadableEvent e) {
            log.warn("A record cannot be read, and is passed over", e);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            // A reader that cannot take one record takes the next: nobody would notice that it had stopped.
            log.error("A record cannot be taken, and is passed over", e);
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
        try {
            if (!caughtUp.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                log.warn("Starts before all was read of {}", decoders.keySet());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        consumer.wakeup();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the topics were made, before the first request comes. */
    @Override
    public int getPhase() {
        return 0;
    }
}
