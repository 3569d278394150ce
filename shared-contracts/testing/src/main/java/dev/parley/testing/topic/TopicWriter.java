package dev.parley.testing.topic;

import dev.parley.testing.backing.Kafka;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes raw records, good and bad ones, and waits until the broker has them. Thread-safe. */
public final class TopicWriter {

    private static final int PATIENCE_S = 20;

    private final String topic;

    private TopicWriter(String topic) {
        this.topic = topic;
    }

    /** Of this JVM's broker. The topic has to be there. */
    public static TopicWriter to(String topic) {
        return new TopicWriter(topic);
    }

    public RecordMetadata write(String key, String body, Map<String, String> headers) {
        return write(key, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public RecordMetadata write(@Nullable String key, byte @Nullable [] body, Map<String, String> headers) {
        return write(null, key, body, headers);
    }

    /** To a given partition, or to that of the key. */
    public RecordMetadata write(
            @Nullable Integer partition, @Nullable String key, byte @Nullable [] body, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            return Shared.PRODUCER.send(record).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Cannot write to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One for the JVM; nothing is left in it to lose, since every write waits. */
    private static final class Shared {
        static final Producer<String, byte[]> PRODUCER = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Kafka.bootstrapServers(),
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_S * 1000),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
