package dev.parley.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final Narrow log = new Narrow();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetters letters =
            new DeadLetters("test", new EventProducer(log, new EventRecords("test", Clock.systemUTC())), meters);

    @Test
    void a_record_that_is_too_large_for_a_dead_letter_leaves_a_stub_that_says_where_it_is() {
        var raw = new ConsumerRecord<>("chat.turn-requests", 3, 17, "key", new byte[Narrow.LIMIT + 1]);
        raw.headers().add("ce_type", "some.type".getBytes(UTF_8)).add("long", new byte[5000]);

        letters.put(Topic.TURN_REQUESTS, raw, DeadLetters.Reason.UNREADABLE, "x".repeat(100_000));

        ProducerRecord<String, byte[]> stub = log.history().getFirst();
        assertThat(stub.key()).isEqualTo("key");
        assertThat(stub.value()).isNull();
        assertThat(header(stub, "ce_type")).isEqualTo("some.type");
        assertThat(stub.headers().lastHeader("long")).isNull();
        assertThat(header(stub, "dlq_reason")).isEqualTo("unreadable");
        assertThat(header(stub, "dlq_detail")).hasSizeLessThan(3000);
        assertThat(header(stub, "dlq_topic")).isEqualTo("chat.turn-requests");
        assertThat(header(stub, "dlq_partition")).isEqualTo("3");
        assertThat(header(stub, "dlq_offset")).isEqualTo("17");
        assertThat(header(stub, "dlq_left_out")).contains("body");
    }

    @Test
    void a_key_and_headers_that_are_too_large_are_left_out_too() {
        var raw = new ConsumerRecord<>("chat.turn-requests", 0, 0, "k".repeat(Narrow.LIMIT), new byte[0]);
        for (int i = 0; i < 1000; i++) {
            raw.headers().add("many-" + i, new byte[500]);
        }

        letters.put(Topic.TURN_REQUESTS, raw, DeadLetters.Reason.REJECTED, "no");

        ProducerRecord<String, byte[]> stub = log.history().getFirst();
        assertThat(stub.key()).isNull();
        assertThat(stub.headers().toArray()).hasSizeLessThan(50);
    }

    @Test
    void an_event_that_the_log_does_not_take_is_told_of_without_its_body() {
        UUID id = UUID.randomUUID();

        letters.tellOfRefused(
                new WrittenEvent("chat.turn-requests", "key", id, "some.type", new byte[5]),
                DeadLetters.Reason.TOO_LARGE,
                "it is in a table");

        ProducerRecord<String, byte[]> letter = log.history().getFirst();
        assertThat(letter.topic()).isEqualTo("chat.turn-requests.dlq");
        assertThat(letter.key()).isEqualTo("key");
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "ce_id")).isEqualTo(id.toString());
        assertThat(header(letter, "ce_type")).isEqualTo("some.type");
        assertThat(header(letter, "dlq_reason")).isEqualTo("too_large");
        assertThat(header(letter, "dlq_detail")).isEqualTo("it is in a table");
        assertThat(meters.counter("parley.messaging.dead.letters", "topic", "chat.turn-requests", "reason", "too_large")
                        .count())
                .isEqualTo(1);
    }

    private static String header(ProducerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    /** Takes records up to a limit, as a broker does. */
    private static final class Narrow extends MockProducer<String, byte[]> {
        static final int LIMIT = 100_000;

        Narrow() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<String, byte[]> record, @Nullable Callback callback) {
            if (size(record) > LIMIT) {
                throw new RecordTooLargeException("too large");
            }
            return super.send(record, callback);
        }

        private static int size(ProducerRecord<String, byte[]> record) {
            int size = record.key() == null ? 0 : record.key().length();
            size += record.value() == null ? 0 : record.value().length;
            for (Header header : record.headers()) {
                size += header.key().length() + header.value().length;
            }
            return size;
        }
    }
}
