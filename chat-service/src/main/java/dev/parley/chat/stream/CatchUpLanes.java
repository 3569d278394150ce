package dev.parley.chat.stream;

import dev.parley.chat.chore.Chore;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.problem.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A few consumers that take turns to read what has been on the log for a while. They are made when they are needed, and
 * let go when they have not been for a minute. Thread-safe.
 */
@Component
final class CatchUpLanes {
    private static final int MAX_POLL_RECORDS = 1_000;
    // Whoever borrows next waits for what the last one has asked at the end of the log.
    private static final Duration LONGEST_FETCH = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration KEEP_IDLE = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private record Idle(KafkaConsumer<String, byte[]> consumer, long sinceNanos) {}

    private final TailConsumers factory;
    private final Duration patience;
    private final Semaphore free;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Chore release = new Chore("catch-up-lanes", LOOK, () -> release(KEEP_IDLE));
    private boolean closed;

    CatchUpLanes(TailConsumers factory, StreamSettings settings) {
        this.factory = factory;
        this.patience = settings.catchUpPatience();
        this.free = new Semaphore(settings.catchUpReaders(), true);
    }

    /**
     * Lends a consumer, whose partition and position are whatever they were.
     *
     * @throws ProblemException 503 when none is free in time
     * @throws LogGone when the work reads what is not kept any more
     */
    <T extends @Nullable Object> T lend(Function<KafkaConsumer<String, byte[]>, T> work) {
        acquire();
        try {
            return run(take(), work);
        } finally {
            free.release();
        }
    }

    private void acquire() {
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    private <T extends @Nullable Object> T run(
            KafkaConsumer<String, byte[]> consumer, Function<KafkaConsumer<String, byte[]>, T> work) {
        boolean healthy = true;
        try {
            return work.apply(consumer);
        } catch (OffsetOutOfRangeException e) {
            throw new LogGone(e);
        } catch (KafkaException e) {
            healthy = false;
            throw e;
        } finally {
            giveBack(consumer, healthy);
        }
    }

    private KafkaConsumer<String, byte[]> take() {
        synchronized (idle) {
            Idle latest = idle.pollFirst();
            if (latest != null) {
                return latest.consumer();
            }
        }
        return factory.create("catch-up-" + made.incrementAndGet(), MAX_POLL_RECORDS, LONGEST_FETCH);
    }

    private void giveBack(KafkaConsumer<String, byte[]> consumer, boolean healthy) {
        synchronized (idle) {
            if (healthy && !closed) {
                idle.addFirst(new Idle(consumer, System.nanoTime()));
                return;
            }
        }
        consumer.close();
    }

    /** Closes those that nobody has needed for so long. */
    void release(Duration unneededFor) {
        List<Idle> unneeded = new ArrayList<>();
        synchronized (idle) {
            long now = System.nanoTime();
            while (!idle.isEmpty() && now - idle.getLast().sinceNanos() >= unneededFor.toNanos()) {
                unneeded.add(idle.removeLast());
            }
        }
        unneeded.forEach(lane -> lane.consumer().close());
    }

    int idle() {
        synchronized (idle) {
            return idle.size();
        }
    }

    @PostConstruct
    void start() {
        release.start();
    }

    @PreDestroy
    void close() {
        synchronized (idle) {
            closed = true;
        }
        release.stop();
        release(Duration.ZERO);
    }

    private static ProblemException busy(@Nullable Throwable cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE, "Too many streams are being caught up with.", cause)
                .retryAfter(RETRY);
    }
}
