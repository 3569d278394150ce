package dev.parley.conversation.stream;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after the outbox now and then. */
@Component
class OutboxChores implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxChores.class);
    private static final Duration BETWEEN_MEASURES = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final Reconciler reconciler;
    private final OutboxWatch watch;
    private final StreamSettings settings;
    private volatile @Nullable ScheduledExecutorService threads;

    OutboxChores(OutboxRelay relay, Reconciler reconciler, OutboxWatch watch, StreamSettings settings) {
        this.relay = relay;
        this.reconciler = reconciler;
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public void start() {
        // Two, for the reconciler may wait for long.
        ScheduledExecutorService chores = Executors.newScheduledThreadPool(
                2, Thread.ofVirtual().name("outbox-chores-", 0).factory());
        every(chores, BETWEEN_MEASURES, watch::measure);
        if (settings.enabled()) {
            every(chores, BETWEEN_LOOKS, relay::look);
            every(chores, settings.reconcileInterval(), reconciler::reconcile);
        }
        threads = chores;
    }

    private static void every(ScheduledExecutorService chores, Duration pause, Runnable chore) {
        var _ = chores.scheduleWithFixedDelay(
                () -> attempt(chore), pause.toMillis() / 2, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                log.warn("The outbox could not be looked after, which is tried again: {}", e.toString());
            }
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService chores = threads;
        if (chores != null) {
            chores.shutdownNow();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
