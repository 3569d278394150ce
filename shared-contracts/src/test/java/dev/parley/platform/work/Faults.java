package dev.parley.platform.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What goes wrong in a schedule, by its seed. */
final class Faults {

    private final RandomGenerator random;
    private boolean over;

    Faults(RandomGenerator random) {
        this.random = random;
    }

    RandomGenerator random() {
        return random;
    }

    /** From now on everything is well. */
    void end() {
        over = true;
    }

    /** One time in so many. */
    boolean once(int in) {
        return !over && random.nextInt(in) == 0;
    }

    /** One chore in so many; all of them, when everything is well. */
    boolean allow(int oneIn) {
        return over || random.nextInt(oneIn) == 0;
    }

    /** A run that was told to stop does so more often than others. */
    boolean strikes(Execution execution) {
        return once(execution.cancelled() || execution.overdue() ? 2 : 12);
    }

    Exception error(Execution execution) {
        if (execution.overdue()) {
            return new InterruptedException("it took too long");
        }
        return switch (random.nextInt(7)) {
            case 0 -> new PermanentFailure("impossible", "it cannot be done");
            case 1 -> new RetryLater("the provider says so", Duration.ofSeconds(2));
            case 2 -> new RetryLater("the provider is away", null);
            case 3 -> new Paused("somebody is asked", Duration.ofSeconds(12));
            default -> new IllegalStateException("it did not work");
        };
    }
}
