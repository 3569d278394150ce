package dev.parley.chat.catalog;

import dev.parley.chat.stream.PollBackoff;
import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventDecoder;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.messaging.UnreadableEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows the compacted topic from its beginning, at every replica. */
@Component
final class CatalogTail implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CatalogTail.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topic.AGENT_CATALOG.topicName(), 0);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Catalog catalog;
    private final EventDecoder<AgentCatalog> decoder = new EventDecoder<>(Topic.AGENT_CATALOG, AgentCatalog.class);
    private final Thread thread = Thread.ofVirtual().name("catalog-tail").unstarted(this::run);
    private final PollBackoff backoff = new PollBackoff();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    CatalogTail(TailConsumers consumers, Catalog catalog) {
        this.consumer = consumers.create("catalog-tail", 100, LONGEST_FETCH);
        this.catalog = catalog;
    }

    private void run() {
        try (consumer) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (running) {
                pollOnce();
            }
        }
    }

    private void pollOnce() {
        try {
            consumer.poll(POLL).forEach(this::take);
            backoff.succeeded();
        } catch (WakeupException woken) {
            log.trace("Woken to stop");
        } catch (OffsetOutOfRangeException e) {
            log.warn("The log of the catalogue was replaced, and is read anew: {}", e.toString());
            consumer.seekToBeginning(List.of(PARTITION));
        } catch (KafkaException e) {
            rest(e);
        }
    }

    private void rest(KafkaException failure) {
        Duration pause = backoff.failed();
        log.warn("The catalogue cannot be read, and is tried again in {} ms: {}", pause.toMillis(), failure.toString());
        try {
            running = !stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void take(ConsumerRecord<String, byte[]> raw) {
        try {
            Received<AgentCatalog> received = decoder.read(raw);
            if (received != null) {
                catalog.replace(received.event());
            }
        } catch (UnreadableEvent e) {
            log.warn("A catalogue cannot be read, and the last one stays", e);
        }
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        consumer.wakeup();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
