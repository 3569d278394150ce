package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts aside what can never be used, unchanged, with the reason, before the partition goes on. Thread-safe. */
public final class DeadLetters {
    /** Why a record was put aside. */
    public enum Reason {
        UNREADABLE,
        UNKNOWN_TYPE,
        REJECTED,
        TOO_LARGE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final String reader;
    private final EventProducer producer;
    private final MeterRegistry meters;

    DeadLetters(String reader, EventProducer producer, MeterRegistry meters) {
        this.reader = reader;
        this.producer = producer;
        this.meters = meters;
    }

    /**
     * Puts a record aside that was read.
     *
     * @throws SendFailed when the dead letter was not confirmed: then the record must be read again
     */
    void put(Topic topic, ConsumerRecord<String, byte[]> raw, Reason reason, String detail) {
        DeadLetter letter =
                DeadLetter.of(reader, topic, raw, Map.of("dlq_reason", reason.wire(), "dlq_detail", detail));
        try {
            producer.sendAndAwait(letter.whole());
        } catch (SendFailed e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            producer.sendAndAwait(letter.stub());
        }
        count(topic.topicName(), reason);
        log.atWarn()
                .addKeyValue("topic", raw.topic())
                .addKeyValue("partition", raw.partition())
                .addKeyValue("offset", raw.offset())
                .addKeyValue("reason", reason.wire())
                .log("A record was put aside: {}", detail);
    }

    /**
     * Says of an event that the log does not take that it is missing from its topic; the letter has no body.
     *
     * @param whereabouts where what could not be written is kept
     * @throws SendFailed when the dead letter was not confirmed
     */
    public void tellOfRefused(WrittenEvent event, Reason reason, String whereabouts) {
        producer.sendAndAwait(
                DeadLetter.ofRefused(event, Map.of("dlq_reason", reason.wire(), "dlq_detail", whereabouts)));
        count(event.topic(), reason);
        log.atError()
                .addKeyValue("topic", event.topic())
                .addKeyValue("reason", reason.wire())
                .log("An event cannot be published: {}", whereabouts);
    }

    private void count(String topic, Reason reason) {
        meters.counter("parley.messaging.dead.letters", "topic", topic, "reason", reason.wire())
                .increment();
    }
}
