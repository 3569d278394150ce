package dev.parley.platform.work;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One worker: claims, runs and settles from its start to its stop. When it is told to stop it claims nothing more, lets what
 * it has finish for a while, and hands back the rest.
 */
final class WorkRuntime implements SmartLifecycle {

    /** After listeners and open requests have ended, before web server, pool and producers go. */
    static final int PHASE = DEFAULT_PHASE - 1536;

    /** What it may take to write that the rest is handed back, after the drain. */
    static final Duration HAND_BACK = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(WorkRuntime.class);

    private final Heartbeat heartbeat;
    private final Dispatcher dispatcher;
    private final InFlight inFlight;
    private final Runner runner;
    private final Duration drain;
    private volatile boolean running;

    WorkRuntime(Heartbeat heartbeat, Dispatcher dispatcher, InFlight inFlight, Runner runner, Duration drain) {
        this.heartbeat = heartbeat;
        this.dispatcher = dispatcher;
        this.inFlight = inFlight;
        this.runner = runner;
        this.drain = drain;
    }

    @Override
    public void start() {
        running = true;
        heartbeat.start();
        dispatcher.start();
    }

    @Override
    public void stop(Runnable whenDone) {
        Thread.ofPlatform().name("work-drain").start(() -> {
            stop();
            whenDone.run();
        });
    }

    @Override
    public void stop() {
        try {
            dispatcher.stopClaiming();
            inFlight.awaitEmpty(drain);
            handBack();
            inFlight.awaitEmpty(HAND_BACK);
            dispatcher.stop();
            heartbeat.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void handBack() {
        for (Execution execution : inFlight.all()) {
            log.info(
                    "Hands back {} {}",
                    execution.claimed().kind(),
                    execution.claimed().id());
            runner.takeAway(execution, "handed back by a worker that had to go");
        }
    }
}
