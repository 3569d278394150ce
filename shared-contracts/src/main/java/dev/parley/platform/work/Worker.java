package dev.parley.platform.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims, runs and settles from its start to its stop. When it is told to stop it claims nothing more, lets what it has
 * finish for a while, and hands back the rest.
 */
final class Worker {

    /** What it may take to write that the rest is handed back, after the drain. */
    static final Duration HAND_BACK = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Heartbeat heartbeat;
    private final Dispatcher dispatcher;
    private final InFlight inFlight;
    private final Runner runner;
    private final Duration drain;

    Worker(Heartbeat heartbeat, Dispatcher dispatcher, InFlight inFlight, Runner runner, Duration drain) {
        this.heartbeat = heartbeat;
        this.dispatcher = dispatcher;
        this.inFlight = inFlight;
        this.runner = runner;
        this.drain = drain;
    }

    void start() {
        heartbeat.start();
        dispatcher.start();
    }

    void stopClaiming() {
        dispatcher.stopClaiming();
    }

    void stop() throws InterruptedException {
        stopClaiming();
        inFlight.awaitEmpty(drain);
        handBack();
        inFlight.awaitEmpty(HAND_BACK);
        dispatcher.stop();
        heartbeat.stop();
    }

    private void handBack() {
        for (Execution execution : inFlight.all()) {
            Claimed item = execution.claimed();
            log.info("Hands back {} {}", item.kind(), item.id());
            runner.takeAway(execution, "handed back by a worker that had to go");
        }
    }
}
