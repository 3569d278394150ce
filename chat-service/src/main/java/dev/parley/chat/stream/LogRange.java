package dev.parley.chat.stream;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessResourceFailureException;

/** The records of a partition from one offset up to another, which is not among them. */
record LogRange(TopicPartition partition, long from, long until) {
    /**
     * Shows the records one by one and keeps none.
     *
     * @param wantsMore says with each record whether the next one is to be shown
     * @param patience how long no record may come until reading has failed
     */
    void show(
            Consumer<String, byte[]> consumer, Predicate<ConsumerRecord<String, byte[]>> wantsMore, Duration patience) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long next = from;
        while (next < until) {
            List<ConsumerRecord<String, byte[]>> polled =
                    consumer.poll(patience).records(partition);
            if (!show(polled, wantsMore)) {
                return;
            }
            next = positionAfter(consumer, next);
        }
    }

    private boolean show(
            List<ConsumerRecord<String, byte[]>> records, Predicate<ConsumerRecord<String, byte[]>> wantsMore) {
        for (ConsumerRecord<String, byte[]> raw : records) {
            if (raw.offset() >= until || !wantsMore.test(raw)) {
                return false;
            }
        }
        return true;
    }

    private long positionAfter(Consumer<String, byte[]> consumer, long before) {
        long position = consumer.position(partition);
        if (position == before) {
            throw new DataAccessResourceFailureException("The log of " + partition + " cannot be read");
        }
        return position;
    }
}
