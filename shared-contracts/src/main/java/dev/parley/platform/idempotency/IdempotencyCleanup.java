package dev.parley.platform.idempotency;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets answers after their time: they hold what people wrote. */
@AcrossTenants("time passes for everybody")
final class IdempotencyCleanup implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IdempotencyCleanup.class);
    private static final int MINUTES = 10;

    private final IdempotencyKeys keys;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("idempotency-cleanup").factory());

    IdempotencyCleanup(IdempotencyKeys keys) {
        this.keys = keys;
    }

    void start() {
        // Replicas that start together should not clean together.
        int first = 1 + ThreadLocalRandom.current().nextInt(MINUTES);
        var _ = thread.scheduleWithFixedDelay(this::run, first, MINUTES, TimeUnit.MINUTES);
    }

    private void run() {
        try (TenantScope _ = TenantScope.everyone()) {
            int forgotten = keys.forgetOld();
            log.debug("{} idempotency keys were past their time", forgotten);
        } catch (RuntimeException databaseDown) {
            log.warn("Old idempotency keys could not be removed, which is tried again: {}", databaseDown.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
