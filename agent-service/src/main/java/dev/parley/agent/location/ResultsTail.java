package dev.parley.agent.location;

import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.messaging.UnreadableEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows {@code location.results} from where it ends when the service starts. One thread; it outlives broker restarts, and
 * begins anew at the end of the log should its place have gone.
 */
final class ResultsTail implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ResultsTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STOPPING = Duration.ofSeconds(3);
    private static final int MAX_POLL_RECORDS = 500;
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(1);

    private final TailConsumers consumers;
    private final EventDecoder<LocationResult> decoder;
    private final Consumer<LocationResult> reader;
    private final CompletableFuture<Void> listening = new CompletableFuture<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> reading;
    private volatile boolean running;

    ResultsTail(TailConsumers consumers, EventDecoder<LocationResult> decoder, Consumer<LocationResult> reader) {
        this.consumers = consumers;
        this.decoder = decoder;
        this.reader = reader;
    }

    /** Completed when everything that comes from now on will be heard. */
    CompletableFuture<Void> listening() {
        return listening;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("location-results").daemon().start(this::follow);
    }

    private void follow() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer =
                    consumers.create("location-results", MAX_POLL_RECORDS, LONGEST_FETCH)) {
                reading = consumer;
                beginAtTheEnd(consumer);
                while (running) {
                    consumer.poll(POLL).forEach(this::hear);
                }
            } catch (WakeupException e) {
                log.debug("Told to stop");
            } catch (KafkaException e) {
                log.atWarn().setCause(e).log("The tail of location.results begins anew");
                pause();
            }
        }
    }

    private void beginAtTheEnd(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.LOCATION_RESULTS.partitions())
                .mapToObj(it -> new TopicPartition(Topic.LOCATION_RESULTS.topicName(), it))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: only asking for the positions makes them be "now" rather than "at the first poll".
        partitions.forEach(consumer::position);
        listening.complete(null);
    }

    private void hear(ConsumerRecord<String, byte[]> raw) {
        try {
            Received<LocationResult> received = decoder.read(raw);
            if (received != null) {
                reader.accept(received.event());
            }
        } catch (UnreadableEvent e) {
            // Nobody can be told whom it was for; they will time out.
            log.atWarn()
                    .addKeyValue("partition", raw.partition())
                    .addKeyValue("offset", raw.offset())
                    .log("An answer about places cannot be read: {}", e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        KafkaConsumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            // Not an interruption: that would also interrupt the closing of the connections.
            consumer.wakeup();
        }
        awaitEnd(thread);
    }

    private static void awaitEnd(@Nullable Thread following) {
        try {
            if (following != null && !following.join(STOPPING)) {
                following.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything that runs turns, and stopped after it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1_000;
    }
}
