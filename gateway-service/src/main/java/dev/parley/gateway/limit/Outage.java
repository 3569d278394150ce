package dev.parley.gateway.limit;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Redis is away. While it is, one request a second finds out whether it is back. Thread-safe. */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    static final Duration REST = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong nextTry = new AtomicLong();

    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean isOn() {
        return away.get();
    }

    /** Whether to find out now if it is over; of several who ask at once, one is told so. */
    boolean mayTry() {
        long due = nextTry.get();
        long now = nanos.getAsLong();
        return now - due >= 0 && nextTry.compareAndSet(due, now + REST.toNanos());
    }

    void failed(Throwable cause) {
        nextTry.set(nanos.getAsLong() + REST.toNanos());
        if (away.compareAndSet(false, true)) {
            log.atWarn()
                    .addKeyValue("cause", root(cause).getClass().getSimpleName())
                    .log("Redis does not answer: each gateway limits by what it has counted itself");
        }
    }

    void over() {
        if (away.compareAndSet(true, false)) {
            log.info("Redis answers again: the gateways count together");
        }
    }

    private static Throwable root(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
