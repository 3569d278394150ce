package dev.parley.platform.work;

import java.time.Duration;

/** Sees to it that a run that hangs does not keep its lane, nor its place. */
final class Watchdog {

    private final InFlight inFlight;
    private final Runner runner;
    private final Duration grace;

    Watchdog(InFlight inFlight, Runner runner, Duration grace) {
        this.inFlight = inFlight;
        this.runner = runner;
        this.grace = grace;
    }

    void look() {
        for (Execution execution : inFlight.all()) {
            execution.interruptWhenOverdue();
            if (execution.overdueBy(grace)) {
                runner.takeAway(execution, "it did not stop when its time was over");
            }
        }
    }
}
