package dev.parley.platform.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the dispatcher does from time to time. By one thread at a time. */
final class Chores {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    private final BooleanSupplier mayBeDue;
    private final Duration poll;
    private final List<Chore> upkeep = new ArrayList<>();
    private final List<Chore> arrivals = new ArrayList<>();

    /** @param mayBeDue whether there may be something to be begun, for when nobody has said so */
    Chores(BooleanSupplier mayBeDue, Duration poll) {
        this.mayBeDue = mayBeDue;
        this.poll = poll;
    }

    /** Done this often, whatever else is. */
    Chores add(String name, Duration every, Runnable todo) {
        upkeep.add(new Chore(name, every.toNanos(), todo));
        return this;
    }

    /** Makes what has become due be claimed: done with every poll, and when a time has come. */
    Chores addArrival(String name, Runnable todo) {
        arrivals.add(new Chore(name, poll.toNanos(), todo));
        return this;
    }

    /**
     * Does what is to be done now, and tells whether there may be something to claim. A chore that fails does not keep the
     * others from being done, nor the worker from its work.
     */
    boolean run(Signal.Wake wake) {
        upkeep.stream().filter(Chore::isDue).forEach(Chore::run);
        if (wake == Signal.Wake.NOTHING && !mayBeDue.getAsBoolean()) {
            return false;
        }
        arrivals.stream()
                .filter(chore -> wake != Signal.Wake.TOLD || chore.isDue())
                .forEach(Chore::run);
        return true;
    }

    private static final class Chore {

        private final String name;
        private final long every;
        private final Runnable todo;
        private long lastAt;

        Chore(String name, long every, Runnable todo) {
            this.name = name;
            this.every = every;
            this.todo = todo;
            this.lastAt = System.nanoTime() - every;
        }

        boolean isDue() {
            return System.nanoTime() - lastAt >= every;
        }

        void run() {
            lastAt = System.nanoTime();
            try {
                todo.run();
            } catch (RuntimeException e) {
                log.warn("Could not {}, will try again: {}", name, Texts.cause(e));
            }
        }
    }
}
