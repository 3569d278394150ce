package dev.parley.chat.chore;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is done again and again, on a virtual thread of its own, so that one that waits for a database or a
 * broker holds up no other. What fails is told, and done again at its time. Thread-safe.
 */
@AcrossTenants("what is due, is due for everybody")
public final class Chore {
    private static final Logger log = LoggerFactory.getLogger(Chore.class);
    private static final Duration LAST_RUN = Duration.ofSeconds(5);

    private final String name;
    private final Duration interval;
    private final Runnable work;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /** @param interval between the end of one run and the beginning of the next */
    public Chore(String name, Duration interval, Runnable work) {
        this.name = name;
        this.interval = interval;
        this.work = work;
        this.thread = Thread.ofVirtual().name("chore-" + name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Does it now rather than at its time. */
    public void wake() {
        wanted.release();
    }

    /** Waits for a run that is under way, for a while. */
    public void stop() {
        stopping = true;
        wake();
        try {
            if (!thread.join(LAST_RUN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                var _ = wanted.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS);
                wanted.drainPermits();
                runOnce();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() {
        if (stopping) {
            return;
        }
        try (TenantScope _ = TenantScope.everyone()) {
            work.run();
        } catch (RuntimeException e) {
            log.warn("The chore {} failed, and is tried again: {}", name, e.toString());
        }
    }
}
