package dev.parley.platform.messaging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log ends at this moment, for many who ask at once: while a request is on its way, and for a moment after it was
 * sent, all who come share the next one. A broker that did not answer is asked again in the background, and nobody waits for
 * it meanwhile. Thread-safe.
 */
public final class LogEnds implements AutoCloseable {
    /** Does something later. */
    interface Delay {
        void run(Duration after, Runnable task);
    }

    private static final Logger log = LoggerFactory.getLogger(LogEnds.class);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

    /** However many ask, the broker answers two hundred times a second; who comes alone does not wait. */
    private static final long BETWEEN_REQUESTS_NANOS = Duration.ofMillis(5).toNanos();

    private final Supplier<CompletableFuture<Positions>> request;
    private final Delay delay;
    private final LongSupplier nanoClock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable CompletableFuture<Positions> waitingForNext;
    private boolean onItsWay;
    private long nextRequest;
    private volatile boolean unreachable;
    private volatile boolean closed;

    /** @param request asks the broker; its answer comes, or fails, by itself */
    public LogEnds(Supplier<CompletableFuture<Positions>> request) {
        this(
                request,
                (after, task) -> CompletableFuture.delayedExecutor(after.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(task),
                System::nanoTime);
    }

    LogEnds(Supplier<CompletableFuture<Positions>> request, Delay delay, LongSupplier nanoClock) {
        this.request = request;
        this.delay = delay;
        this.nanoClock = nanoClock;
        this.nextRequest = nanoClock.getAsLong();
    }

    /** What was confirmed before the call lies before these places; empty when the broker cannot be reached in time. */
    public Optional<Positions> now(Duration patience) {
        if (unreachable) {
            return Optional.empty();
        }
        try {
            return Optional.of(join().get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** How many readers wait for a request that was not sent yet. */
    int waiting() {
        CompletableFuture<Positions> next = waitingForNext;
        return next == null ? 0 : next.getNumberOfDependents();
    }

    private CompletableFuture<Positions> join() {
        CompletableFuture<Positions> shared;
        lock.lock();
        try {
            if (waitingForNext == null) {
                waitingForNext = new CompletableFuture<>();
            }
            shared = waitingForNext;
            if (onItsWay) {
                return shared;
            }
            onItsWay = true;
        } finally {
            lock.unlock();
        }
        sendInTime();
        return shared;
    }

    private void sendInTime() {
        long early = nextRequest - nanoClock.getAsLong();
        if (early <= 0) {
            send();
        } else {
            delay.run(Duration.ofNanos(early), this::send);
        }
    }

    /** By one at a time. */
    private void send() {
        CompletableFuture<Positions> answer = takeWaiting();
        if (answer == null) {
            return;
        }
        nextRequest = nanoClock.getAsLong() + BETWEEN_REQUESTS_NANOS;
        var _ = ask().whenComplete((ends, failure) -> {
            if (failure == null) {
                answer.complete(ends);
                sendIfAnybodyWaits();
            } else {
                lost(failure);
                answer.completeExceptionally(failure);
                failWaiting(failure);
            }
        });
    }

    /** Those who came meanwhile do not wait for another failure. */
    private void failWaiting(Throwable failure) {
        for (var waiting = takeWaiting(); waiting != null; waiting = takeWaiting()) {
            waiting.completeExceptionally(failure);
        }
    }

    private void sendIfAnybodyWaits() {
        boolean somebody;
        lock.lock();
        try {
            somebody = waitingForNext != null;
            onItsWay = somebody;
        } finally {
            lock.unlock();
        }
        if (somebody) {
            sendInTime();
        }
    }

    /** Null when nobody has come meanwhile: then nothing is on its way any more. */
    private @Nullable CompletableFuture<Positions> takeWaiting() {
        lock.lock();
        try {
            CompletableFuture<Positions> taken = waitingForNext;
            waitingForNext = null;
            onItsWay = taken != null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<Positions> ask() {
        try {
            return request.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void lost(Throwable failure) {
        if (!unreachable && !closed) {
            unreachable = true;
            log.warn(
                    "The broker does not say where the log ends; answers are what is stored so far: {}",
                    failure.toString());
            delay.run(BETWEEN_PROBES, this::probe);
        }
    }

    private void probe() {
        if (closed) {
            return;
        }
        var _ = ask().whenComplete((_, failure) -> {
            if (failure == null) {
                unreachable = false;
                log.info("The broker says again where the log ends");
            } else {
                delay.run(BETWEEN_PROBES, this::probe);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
