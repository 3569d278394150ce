package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.topic.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record that is put aside, and what is said of it. */
record DeadLetter(String topic, ConsumerRecord<String, byte[]> raw, Map<String, String> said) {
    private static final int LONGEST_DETAIL = 2000;
    private static final int SMALL = 1000;
    private static final int FEW = 40;

    /** Put aside by a reader of the topic. */
    static DeadLetter of(String reader, Topic topic, ConsumerRecord<String, byte[]> raw, Map<String, String> why) {
        Map<String, String> said = new LinkedHashMap<>();
        why.forEach((name, value) -> said.put(name, cut(value)));
        said.put("dlq_reader", reader);
        said.put("dlq_topic", raw.topic());
        said.put("dlq_partition", Integer.toString(raw.partition()));
        said.put("dlq_offset", Long.toString(raw.offset()));
        return new DeadLetter(topic.deadLetterName(), raw, said);
    }

    private static String cut(String detail) {
        return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    /** Of an event that never was a record. */
    static ProducerRecord<String, byte[]> ofRefused(WrittenEvent event, Map<String, String> said) {
        var letter = new ProducerRecord<String, byte[]>(Topic.deadLetterName(event.topic()), event.key(), null);
        add(letter, CloudEventHeaders.ID, event.id().toString());
        add(letter, CloudEventHeaders.TYPE, event.type());
        add(letter, "dlq_topic", event.topic());
        said.forEach((name, value) -> add(letter, name, value));
        return letter;
    }

    ProducerRecord<String, byte[]> whole() {
        return letter(raw.key(), raw.value(), List.of(raw.headers().toArray()));
    }

    /** Fits whatever the record is like: without its body and whatever else is not small. It is still where it was read. */
    ProducerRecord<String, byte[]> stub() {
        List<Header> small = List.of(raw.headers().toArray()).stream()
                .filter(DeadLetter::isSmall)
                .limit(FEW)
                .toList();
        boolean fits = raw.key() != null && raw.key().length() <= SMALL;
        ProducerRecord<String, byte[]> letter = letter(fits ? raw.key() : null, null, small);
        add(letter, "dlq_left_out", "a body of " + Math.max(0, raw.serializedValueSize()) + " bytes and what is long");
        return letter;
    }

    private ProducerRecord<String, byte[]> letter(@Nullable String key, byte @Nullable [] body, List<Header> headers) {
        var letter = new ProducerRecord<String, byte[]>(topic, null, key, body, new RecordHeaders(headers));
        said.forEach((name, value) -> add(letter, name, value));
        return letter;
    }

    private static boolean isSmall(Header header) {
        return header.key().length() + (header.value() == null ? 0 : header.value().length) <= SMALL;
    }

    private static void add(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
