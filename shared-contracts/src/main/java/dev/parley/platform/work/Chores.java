package dev.parley.platform.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the dispatcher does from time to time. By one thread at a time. */
final class Chores {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);

    private final List<Chore> chores = new ArrayList<>();

    /** @param byAlarm whether it is done as well when a time has come that was told to the signal */
    Chores add(String name, Duration every, boolean byAlarm, Runnable todo) {
        chores.add(new Chore(name, every.toNanos(), byAlarm, todo));
        return this;
    }

    /** One that fails does not keep the others from being done, nor the worker from its work. */
    void run(boolean alarm) {
        for (Chore chore : chores) {
            if ((alarm && chore.byAlarm) || chore.isDue()) {
                chore.run();
            }
        }
    }

    private static final class Chore {

        private final String name;
        private final long every;
        private final boolean byAlarm;
        private final Runnable todo;
        private long lastAt;

        Chore(String name, long every, boolean byAlarm, Runnable todo) {
            this.name = name;
            this.every = every;
            this.byAlarm = byAlarm;
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
