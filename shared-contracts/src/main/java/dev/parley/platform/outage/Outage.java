package dev.parley.platform.outage;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether something is away. While it is, one request a second finds out whether it is back. Thread-safe. */
public final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    /** Between two tries. */
    public static final Duration REST = Duration.ofSeconds(1);

    private final String whenAway;
    private final String whenBack;
    private final LongSupplier nanos;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicLong nextTry = new AtomicLong();

    /**
     * Something that is there.
     *
     * @param whenAway what the log is told, once, with how one goes on
     * @param whenBack likewise
     */
    public Outage(String whenAway, String whenBack, LongSupplier nanos) {
        this.whenAway = whenAway;
        this.whenBack = whenBack;
        this.nanos = nanos;
    }

    public boolean isOn() {
        return away.get();
    }

    /** Whether to find out now if it is over; of several who ask at once, one is told so. */
    public boolean mayTry() {
        long due = nextTry.get();
        long now = nanos.getAsLong();
        return now - due >= 0 && nextTry.compareAndSet(due, now + REST.toNanos());
    }

    public void failed(Throwable cause) {
        nextTry.set(nanos.getAsLong() + REST.toNanos());
        if (away.compareAndSet(false, true)) {
            log.atWarn()
                    .addKeyValue("cause", root(cause).getClass().getSimpleName())
                    .log(whenAway);
        }
    }

    public void over() {
        if (away.compareAndSet(true, false)) {
            log.info(whenBack);
        }
    }

    private static Throwable root(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
