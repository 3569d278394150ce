package dev.parley.system.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A log at its worst: each record comes three times, the copies late and in another order, and one in twenty is followed
 * by one that nobody can read.
 */
final class Repeater implements AutoCloseable {
    private static final String MARK = "x-repeated";
    private static final int COPIES = 2;
    private static final int POISON_PERCENT = 5;
    private static final int LATEST_MILLIS = 3_000;
    private static final Duration POLL = Duration.ofMillis(50);

    private record Late(long dueNanos, ProducerRecord<String, byte[]> copy) {}

    private final Random random;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Queue<Late> late = new PriorityQueue<>(Comparator.comparingLong(Late::dueNanos));
    private final Map<Topic, List<Future<RecordMetadata>>> poison = new EnumMap<>(Topic.class);
    private final Thread thread = new Thread(this::run, "repeater");
    private volatile boolean stopping;

    private Repeater(String brokers, List<Topic> topics, long seed) {
        this.random = new Random(seed);
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringSerializer(),
                new ByteArraySerializer());
        List<TopicPartition> partitions =
                topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** From now on, until it is closed. */
    static Repeater start(String brokers, List<Topic> topics, long seed) {
        Repeater repeater = new Repeater(brokers, topics, seed);
        repeater.thread.start();
        return repeater;
    }

    /** Where the records stand that nobody can read, as {@code partition@offset}. When it has finished. */
    Set<String> poison(Topic topic) {
        return poison.getOrDefault(topic, List.of()).stream()
                .map(sent ->
                        sent.resultNow().partition() + "@" + sent.resultNow().offset())
                .collect(Collectors.toSet());
    }

    private List<TopicPartition> partitions(Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void run() {
        try (consumer;
                producer) {
            while (!stopping || !late.isEmpty()) {
                consumer.poll(POLL).forEach(this::repeat);
                sendDue();
            }
        }
    }

    private void repeat(ConsumerRecord<String, byte[]> raw) {
        if (stopping || raw.headers().lastHeader(MARK) != null) {
            return;
        }
        for (int copy = 0; copy < COPIES; copy++) {
            late.add(new Late(due(), marked(raw, raw.value())));
        }
        if (random.nextInt(100) < POISON_PERCENT) {
            poison.computeIfAbsent(topicOf(raw), _ -> new ArrayList<>())
                    .add(producer.send(marked(raw, "{\"turn_id\":\"poison\"}".getBytes(UTF_8))));
        }
    }

    private static ProducerRecord<String, byte[]> marked(ConsumerRecord<String, byte[]> raw, byte[] body) {
        var copy = new ProducerRecord<>(raw.topic(), raw.partition(), raw.key(), body, raw.headers());
        copy.headers().add(MARK, new byte[0]);
        return copy;
    }

    private static Topic topicOf(ConsumerRecord<String, byte[]> raw) {
        return Stream.of(Topic.values())
                .filter(each -> each.topicName().equals(raw.topic()))
                .findFirst()
                .orElseThrow();
    }

    private long due() {
        return System.nanoTime()
                + Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos();
    }

    private void sendDue() {
        while (!late.isEmpty() && late.element().dueNanos() - System.nanoTime() <= 0) {
            var _ = producer.send(late.remove().copy());
        }
    }

    /** Repeats no more; returns when all copies are on the log. */
    void finish() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finish();
    }
}
