package dev.parley.platform.cache;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Renews claims while their askers ask, so that they last as long as these live and not much longer. Thread-safe. */
final class Claims implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int RENEWALS = 3;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofVirtual().name("cache-claims-", 0).factory());
    private final Duration time;

    /** @param time that a claim lasts without being renewed */
    Claims(Duration time) {
        this.time = time;
    }

    Duration time() {
        return time;
    }

    /** Until what it returns is closed. */
    Held hold(SecondLevel entries, EntryKey key, String token) {
        long pause = Math.max(1, time.toMillis() / RENEWALS);
        ScheduledFuture<?> renewals = threads.scheduleWithFixedDelay(
                () -> entries.renew(key, token, time), pause, pause, TimeUnit.MILLISECONDS);
        return () -> renewals.cancel(false);
    }

    /** A claim that is renewed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
