package dev.parley.chat.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;

/** The records between two offsets of a partition. The consumer is its own while it reads. */
final class LogRange {
    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final long from;
    private final long until;
    private final Duration patience;

    /** @param patience how long no record may come until reading has failed */
    LogRange(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition partition,
            long from,
            long until,
            Duration patience) {
        this.consumer = consumer;
        this.partition = partition;
        this.from = from;
        this.until = until;
        this.patience = patience;
    }

    Stream<ConsumerRecord<String, byte[]>> stream() {
        return from < until ? read().stream() : Stream.of();
    }

    private List<ConsumerRecord<String, byte[]>> read() {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        List<ConsumerRecord<String, byte[]>> result = new ArrayList<>();
        while (consumer.position(partition) < until) {
            long before = consumer.position(partition);
            consumer.poll(patience).records(partition).stream()
                    .filter(raw -> raw.offset() < until)
                    .forEach(result::add);
            if (consumer.position(partition) == before) {
                throw new DataAccessResourceFailureException("The log of " + partition + " cannot be read");
            }
        }
        return result;
    }
}
