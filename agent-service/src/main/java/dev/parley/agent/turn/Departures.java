package dev.parley.agent.turn;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * When the texts of all turns leave for the log. Little load: each at once. The more there are, the longer those that come
 * wait for one another, so that many are one request and one wake-up, here and with everybody behind the log. Thread-safe.
 */
@Component
final class Departures {
    /** For each text that has left, the next departure is so much later; tokens that come slower than this never wait. */
    private static final long NANOS_EACH = Duration.ofMillis(1).toNanos();

    private static final long NANOS_AT_MOST = Duration.ofMillis(20).toNanos();

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Thread thread =
            Thread.ofPlatform().name("departures").daemon().unstarted(this::run);
    private long next = System.nanoTime();

    /** Whether a text may leave now; else it is to be given to {@link #add}. */
    synchronized boolean mayLeave() {
        return waiting.isEmpty() && depart(1);
    }

    /** Sends it with the next departure. It must not wait for longer than a log takes to fail. */
    void add(Runnable send) {
        waiting.add(send);
    }

    private synchronized boolean depart(int texts) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + Math.min(NANOS_AT_MOST, texts * NANOS_EACH);
        return true;
    }

    private synchronized long nanosLeft() {
        return next - System.nanoTime();
    }

    private void run() {
        try {
            while (true) {
                departTogether(waiting.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void departTogether(Runnable first) throws InterruptedException {
        List<Runnable> texts = new ArrayList<>();
        texts.add(first);
        do {
            TimeUnit.NANOSECONDS.sleep(nanosLeft());
            waiting.drainTo(texts);
        } while (!depart(texts.size()));
        texts.forEach(Runnable::run);
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
