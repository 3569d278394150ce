package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts aside what can never be used, unchanged, with the reason, before the partition goes on. */
final class DeadLetters {
    enum Reason {
        UNREADABLE,
        UNKNOWN_TYPE,
        REJECTED
    }

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final EventProducer producer;
    private final MeterRegistry meters;

    DeadLetters(EventProducer producer, MeterRegistry meters) {
        this.producer = producer;
        this.meters = meters;
    }

    /** @throws SendFailed when the dead letter was not confirmed: then the record must be read again */
    void put(Topic topic, ConsumerRecord<String, byte[]> raw, Reason reason, String detail) {
        var letter = new ProducerRecord<>(topic.deadLetterName(), null, raw.key(), raw.value(), raw.headers());
        Headers headers = letter.headers();
        add(headers, "dlq_reason", name(reason));
        add(headers, "dlq_detail", detail);
        add(headers, "dlq_topic", raw.topic());
        add(headers, "dlq_partition", Integer.toString(raw.partition()));
        add(headers, "dlq_offset", Long.toString(raw.offset()));
        producer.sendAndAwait(letter);
        meters.counter("parley.messaging.dead.letters", "topic", topic.topicName(), "reason", name(reason))
                .increment();
        log.atWarn()
                .addKeyValue("topic", raw.topic())
                .addKeyValue("partition", raw.partition())
                .addKeyValue("offset", raw.offset())
                .addKeyValue("reason", name(reason))
                .log("A record was put aside: {}", detail);
    }

    private static String name(Reason reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
