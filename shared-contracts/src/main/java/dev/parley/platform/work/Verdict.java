package dev.parley.platform.work;

import java.time.Duration;

/** What became of a run. */
sealed interface Verdict {

    /** It has ended. */
    record Ended(End end) implements Verdict {}

    /** How an item ends. */
    enum End {
        DONE,
        CANCELLED,
        GIVEN_UP
    }

    /** It will be given up, by this run if it lives, else by another. */
    record Decided(Failure failure) implements Verdict {}

    /** It waits at the head of its lane until it is resumed, and for so long at most. */
    record Paused(Duration atMost, String why) implements Verdict {}

    /**
     * It waits at the head of its lane.
     *
     * @param counted whether it was a failure of its own
     */
    record Postponed(Duration pause, boolean counted, String why) implements Verdict {}
}
