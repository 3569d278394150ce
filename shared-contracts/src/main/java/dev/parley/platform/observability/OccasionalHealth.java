package dev.parley.platform.observability;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Looks at something once a second at most, however many ask. */
abstract class OccasionalHealth extends AbstractHealthIndicator {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Known(Health health, long at) {}

    private final LongSupplier nanoClock;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Known known;

    OccasionalHealth(String failure, LongSupplier nanoClock) {
        super(failure);
        this.nanoClock = nanoClock;
    }

    /** By one caller at a time; returns soon, whatever is the matter. */
    abstract Health ask();

    @Override
    protected final void doHealthCheck(Health.Builder builder) {
        Health health = current();
        builder.status(health.getStatus()).withDetails(health.getDetails());
    }

    private Health current() {
        asking.lock();
        try {
            long now = nanoClock.getAsLong();
            if (known == null || now - known.at() > FRESH_NANOS) {
                known = new Known(ask(), nanoClock.getAsLong());
            }
            return known.health();
        } finally {
            asking.unlock();
        }
    }

    /** Does something while nobody asks. */
    final void undisturbed(Runnable action) {
        asking.lock();
        try {
            action.run();
        } finally {
            asking.unlock();
        }
    }
}
