package dev.parley.platform.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes verdicts and claims items. It sleeps until it is woken, or for a poll. It asks for a
 * connection of the pool only while it has something to say to the database.
 */
final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Settler settler;
    private final Quarantine claimer;
    private final Chores chores;
    private final Signal signal;
    private final Duration poll;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("work-dispatcher").daemon().unstarted(this::dispatch);
    private int failures;

    Dispatcher(Settler settler, Quarantine claimer, Chores chores, Signal signal, Duration poll) {
        this.settler = settler;
        this.claimer = claimer;
        this.chores = chores;
        this.signal = signal;
        this.poll = poll;
    }

    void start() {
        thread.start();
    }

    void stopClaiming() {
        claimer.stop();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        signal.raise();
        thread.join(LONGEST_PAUSE);
    }

    private void dispatch() {
        try {
            while (stopped.getCount() > 0) {
                turn(signal.await(poll));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Signal.Wake wake) throws InterruptedException {
        try {
            settler.settleAll();
            if (chores.run(wake)) {
                claimer.claimAll();
            }
            failures = 0;
        } catch (RuntimeException | Error e) { // a worker that lives and does nothing would keep its lanes for ever
            failures++;
            tell(e);
            stopped.await(pause().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tell(Throwable e) {
        if (failures == 1) {
            log.warn("The work runtime cannot reach its tables, and goes on trying", e);
        } else {
            log.warn("The work runtime cannot reach its tables (for the {}. time): {}", failures, Texts.cause(e));
        }
    }

    private Duration pause() {
        Duration pause = Duration.ofMillis(100L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
