package dev.parley.conversation.stream;

import io.debezium.embedded.Connect;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Runs Debezium while this replica runs: an engine that ends is made anew, for it ends for good at a failed send. */
@Component
class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String ENGINE = "io.debezium.embedded.async.AsyncEmbeddedEngine";

    private final EngineSettings engineSettings;
    private final StreamSettings settings;
    private final OutboxPublisher publisher;
    private final ReplicationSlots slots;
    private final SlotGuard guard;
    private final SlotCandidates candidates;
    private final LoggingSystem logging;
    private final AtomicReference<@Nullable DebeziumEngine<?>> engine = new AtomicReference<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile boolean running;

    OutboxRelay(
            EngineSettings engineSettings,
            StreamSettings settings,
            OutboxPublisher publisher,
            ReplicationSlots slots,
            SlotGuard guard,
            SlotCandidates candidates,
            LoggingSystem logging) {
        this.engineSettings = engineSettings;
        this.settings = settings;
        this.publisher = publisher;
        this.slots = slots;
        this.guard = guard;
        this.candidates = candidates;
        this.logging = logging;
    }

    /** Returns when the slot is there: what is stored before it is, no reader of the log would ever see. */
    @Override
    public void start() {
        guard.require();
        logging.setLogLevel(ENGINE, null);
        running = true;
        stopped = new CountDownLatch(1);
        Thread.ofPlatform().name("outbox-relay").start(this::run);
        slots.await(settings.slot());
    }

    /** Before the listeners that store, and so at the end after them. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void run() {
        try {
            while (running) {
                if (isFree()) {
                    runEngine();
                }
                pause();
            }
        } finally {
            stopped.countDown();
        }
    }

    /** Ends an engine that reads from a slot that was lost meanwhile, for it would try so for ever. */
    void look() {
        DebeziumEngine<?> current = engine.get();
        if (running && current != null && !tells(guard::isUsable)) {
            close(current);
        }
    }

    private boolean isFree() {
        return tells(() -> guard.isUsable() && candidates.isOurTurn(settings.slot()));
    }

    private static boolean tells(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) {
            log.warn("The outbox relay cannot look at its slot, and tries again: {}", e.toString());
            return false;
        }
    }

    private void runEngine() {
        DebeziumEngine<ChangeEvent<SourceRecord, SourceRecord>> made = DebeziumEngine.create(Connect.class)
                .using(engineSettings.properties())
                .using((success, message, error) -> ended(message, error))
                .notifying(publisher)
                .build();
        engine.set(made);
        if (running) {
            made.run();
        }
    }

    private void ended(String message, @Nullable Throwable error) {
        if (running) {
            log.warn("The outbox relay ended and is started anew: {}", message, error);
        } else if (error != null && !isLate(error)) {
            log.warn("The outbox relay did not end well: {}", message, error);
        }
    }

    /** Whether these are rows that came while the engine closed. The slot keeps them for the next reader. */
    private static boolean isLate(Throwable error) {
        return NestedExceptionUtils.getMostSpecificCause(error) instanceof RejectedExecutionException;
    }

    private void pause() {
        try {
            if (running) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        // It calls rows that come while it closes an error. What it says is heard by ended() too.
        logging.setLogLevel(ENGINE, LogLevel.OFF);
        DebeziumEngine<?> current = engine.get();
        if (current != null) {
            close(current);
        }
        try {
            if (!stopped.await(10, TimeUnit.SECONDS)) {
                log.warn("The outbox relay did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(DebeziumEngine<?> engine) {
        try {
            engine.close();
        } catch (IOException | IllegalStateException e) {
            log.debug("The outbox relay had stopped already", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
