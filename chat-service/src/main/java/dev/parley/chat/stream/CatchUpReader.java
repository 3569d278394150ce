package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.TailConsumers;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Reads what has been on the log for a while, with a few consumers that take turns. Thread-safe. */
@Component
final class CatchUpReader {
    private static final int CONSUMERS = 4;
    private static final int MAX_POLL_RECORDS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TailConsumers factory;
    private final BlockingQueue<Lane> lanes = new ArrayBlockingQueue<>(CONSUMERS);

    /** A consumer, made when it is first needed. */
    private static final class Lane {
        private @Nullable KafkaConsumer<String, byte[]> consumer;
    }

    CatchUpReader(TailConsumers factory) {
        this.factory = factory;
        IntStream.range(0, CONSUMERS).forEach(_ -> lanes.add(new Lane()));
    }

    /** The events of a turn between two offsets (the second excluded). @throws LogGone when the first is not kept any more */
    List<StreamEvent> read(TurnId turn, int partition, long from, long until) {
        return borrowed(consumer -> {
            var range = new LogRange(consumer, partition(Topic.TURN_STREAM, partition), from, until, PATIENCE);
            String wanted = turn.toString();
            return range.stream()
                    .filter(raw -> wanted.equals(EventDecoder.header(raw, CloudEventHeaders.TURN)))
                    .map(StreamEvent::of)
                    .filter(java.util.Objects::nonNull)
                    .map(java.util.Objects::requireNonNull)
                    .toList();
        });
    }

    /** One record. @throws LogGone when it is not kept any more */
    @Nullable
    ConsumerRecord<String, byte[]> read(Topic topic, int partition, long offset) {
        return borrowed(consumer -> new LogRange(consumer, partition(topic, partition), offset, offset + 1, PATIENCE)
                .stream().findFirst().orElse(null));
    }

    private <T extends @Nullable Object> T borrowed(Function<KafkaConsumer<String, byte[]>, T> work) {
        Lane lane = take();
        try {
            KafkaConsumer<String, byte[]> consumer = lane.consumer;
            if (consumer == null) {
                consumer = factory.create("catch-up-" + System.identityHashCode(lane), MAX_POLL_RECORDS);
                lane.consumer = consumer;
            }
            return work.apply(consumer);
        } catch (OffsetOutOfRangeException e) {
            throw new LogGone(e);
        } finally {
            lanes.add(lane);
        }
    }

    private Lane take() {
        try {
            return lanes.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("Interrupted while waiting for a reader", e);
        }
    }

    private static TopicPartition partition(Topic topic, int partition) {
        return new TopicPartition(topic.topicName(), partition);
    }

    @PreDestroy
    void close() {
        Lane lane = lanes.poll();
        while (lane != null) {
            if (lane.consumer != null) {
                lane.consumer.close();
            }
            lane = lanes.poll();
        }
    }
}
