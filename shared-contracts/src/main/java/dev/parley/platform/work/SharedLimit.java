package dev.parley.platform.work;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One limit, as this replica sees it. Of those who wait here only the first asks the database, so replicas compete and not
 * thousands of runs. Safe for many threads.
 */
final class SharedLimit {

    private static final Logger log = LoggerFactory.getLogger(SharedLimit.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final int limit;
    private final PermitSlots slots;
    private final Supplier<@Nullable UUID> worker;
    private final Semaphore first = new Semaphore(1, true);
    private final Semaphore returned = new Semaphore(0);
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private boolean provided;

    SharedLimit(String name, int limit, PermitSlots slots, Supplier<@Nullable UUID> worker) {
        this.name = name;
        this.limit = limit;
        this.slots = slots;
        this.worker = worker;
    }

    Permit acquire(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        if (!first.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw unavailable();
        }
        try {
            return permit(await(until));
        } finally {
            first.release();
        }
    }

    private UUID await(long until) throws InterruptedException {
        Optional<UUID> taken = take();
        while (taken.isEmpty()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                throw unavailable();
            }
            var _ = returned.tryAcquire(Math.min(left, POLL.toNanos()), TimeUnit.NANOSECONDS);
            taken = take();
        }
        return taken.get();
    }

    /** By one thread at a time: between its commit and our knowledge of it nobody else may ask. */
    private Optional<UUID> take() {
        returned.drainPermits();
        UUID holder = worker.get();
        if (holder == null) {
            throw new Fenced("no worker runs here that could hold a permit");
        }
        if (!provided) {
            slots.provide(name, limit);
            provided = true;
        }
        Optional<UUID> taken = slots.take(name, limit, holder, held);
        taken.ifPresent(held::add);
        return taken;
    }

    private Permit permit(UUID taken) {
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                giveBack(taken);
            }
        };
    }

    /** One that cannot be given back now is known as not held, which frees it when it is wanted next. */
    private void giveBack(UUID taken) {
        held.remove(taken);
        try {
            slots.giveBack(name, taken);
        } catch (DataAccessException e) {
            log.info("A permit for {} is given back later: {}", name, Texts.cause(e));
        }
        returned.release();
    }

    private RetryLater unavailable() {
        return new RetryLater("no permit for " + name + " in time", Duration.ofSeconds(1));
    }
}
