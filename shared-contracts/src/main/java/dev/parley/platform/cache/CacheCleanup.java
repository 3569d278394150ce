package dev.parley.platform.cache;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Removes what is not good any more, in small steps; replicas that do so at once do not meet. */
final class CacheCleanup implements AutoCloseable {
    private static final int SECONDS = 60;

    private final SecondLevel entries;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("cache-cleanup").factory());

    CacheCleanup(SecondLevel entries) {
        this.entries = entries;
    }

    void start() {
        int first = 1 + ThreadLocalRandom.current().nextInt(SECONDS);
        var _ = thread.scheduleWithFixedDelay(this::run, first, SECONDS, TimeUnit.SECONDS);
    }

    /** A second level that is away has gone by itself, or is tidied when it is back. */
    private void run() {
        int removed;
        do {
            removed = entries.tidy();
        } while (removed > 0 && !thread.isShutdown());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
