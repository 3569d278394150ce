package dev.parley.agent.memory;

import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.messaging.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partition of {@code conversation.events} once, up to where it ended when that was begun. For one thread. */
final class LogReading implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LogReading.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_RECORDS = 200;

    private final EventDecoder<ConversationEvent> decoder =
            new EventDecoder<>(Topic.CONVERSATION_EVENTS, ConversationEvent.class);
    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final long end;

    /** @param from where it goes on; a log that was replaced, or has forgotten its beginning, is read from where it begins */
    LogReading(TailConsumers consumers, int number, long from) {
        this.consumer = consumers.create("memory-restoring-" + number, MOST_RECORDS, LONGEST_WAIT);
        this.partition = new TopicPartition(Topic.CONVERSATION_EVENTS.topicName(), number);
        List<TopicPartition> only = List.of(partition);
        consumer.assign(only);
        this.end = consumer.endOffsets(only).getOrDefault(partition, 0L);
        long begin = consumer.beginningOffsets(only).getOrDefault(partition, 0L);
        consumer.seek(partition, from > end ? begin : Math.max(begin, from));
    }

    boolean isAtEnd() {
        return consumer.position(partition) >= end;
    }

    /** What was not read yet. */
    long nextOffset() {
        return consumer.position(partition);
    }

    /** The next ones, in their order; perhaps none. */
    List<Received<ConversationEvent>> next() {
        List<Received<ConversationEvent>> batch = new ArrayList<>();
        consumer.poll(LONGEST_WAIT).forEach(raw -> read(raw, batch));
        return batch;
    }

    private void read(ConsumerRecord<String, byte[]> raw, List<Received<ConversationEvent>> batch) {
        try {
            Received<ConversationEvent> received = decoder.read(raw);
            if (received != null) {
                batch.add(received);
            }
        } catch (UnreadableEvent e) {
            // Whoever reads the topic in its group has put it aside, and counted it.
            log.warn("A record at {} {} cannot be remembered", partition, raw.offset(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
