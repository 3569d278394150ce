package dev.parley.platform.messaging;

import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands parked commands to their listeners once their types are known: when the service starts, before it reads what is
 * newer, and every minute, for an older replica may still run and park.
 */
final class ParkedRetries implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ParkedRetries.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final BatchListeners listeners;
    private final ParkedCommands parked;
    private final TransactionOperations transactions;
    private final MeterRegistry meters;
    private volatile Map<String, Long> waiting = Map.of();
    private volatile @Nullable ScheduledExecutorService thread;

    ParkedRetries(
            BatchListeners listeners, ParkedCommands parked, TransactionOperations transactions, MeterRegistry meters) {
        this.listeners = listeners;
        this.parked = parked;
        this.transactions = transactions;
        this.meters = meters;
    }

    private void watch(String topic) {
        Gauge.builder("parley.messaging.parked.waiting", () -> waiting.getOrDefault(topic, 0L))
                .description("Commands that wait for a version that knows their type, for all replicas")
                .tag("topic", topic)
                .register(meters);
    }

    @Override
    public void start() {
        intakes().forEach(intake -> watch(intake.topic().topicName()));
        run();
        ScheduledExecutorService chores = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("parked-retries").factory());
        var _ = chores.scheduleWithFixedDelay(this::run, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
        thread = chores;
    }

    private void run() {
        try {
            intakes().forEach(this::retryAll);
            waiting = parked.waiting();
        } catch (RuntimeException e) {
            log.warn("Parked commands could not be handled, which is tried again", e);
        }
    }

    private List<BatchIntake<?>> intakes() {
        return listeners.intakes().stream()
                .filter(intake -> intake.topic().content() == Topic.Content.COMMANDS)
                .toList();
    }

    private void retryAll(BatchIntake<?> intake) {
        Set<String> known = EventTypes.on(intake.topic()).keySet();
        while (retryOldest(intake, known)) {
            log.info("A parked command of {} was handled", intake.topic().topicName());
        }
    }

    private boolean retryOldest(BatchIntake<?> intake, Set<String> known) {
        var taken = new AtomicReference<@Nullable ConsumerRecord<String, byte[]>>();
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> {
                parked.takeOldest(intake.topic(), known).ifPresent(taken::set);
                return handle(intake, taken.get());
            }));
        } catch (RuntimeException e) {
            ConsumerRecord<String, byte[]> culprit = taken.get();
            if (culprit == null || Transience.isTransient(e)) {
                throw e;
            }
            // The transaction is gone with all that the handler did.
            intake.reject(culprit, e);
            parked.remove(culprit);
            return true;
        }
    }

    private boolean handle(BatchIntake<?> intake, @Nullable ConsumerRecord<String, byte[]> oldest) {
        if (oldest == null) {
            return false;
        }
        intake.acceptParked(oldest);
        parked.remove(oldest);
        return true;
    }

    @Override
    public void stop() {
        ScheduledExecutorService chores = thread;
        if (chores != null) {
            chores.shutdownNow();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After what has to be there for handlers, before listeners. */
    @Override
    public int getPhase() {
        return 0;
    }
}
