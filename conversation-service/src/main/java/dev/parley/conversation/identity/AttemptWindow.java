package dev.parley.conversation.identity;

import java.time.Duration;

/**
 * How often something was tried lately.
 *
 * @param idle since the first attempt counted, or since the last wait was over
 * @param blockedFor how long the next one has to wait; not positive: not at all
 */
record AttemptWindow(int count, Duration idle, Duration blockedFor) {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;

    boolean isBlocked() {
        return blockedFor.isPositive();
    }

    /** After one more: from the limit on, each has to wait twice as long as the last. */
    AttemptWindow next(int limit) {
        int counted = idle.compareTo(REMEMBERED) > 0 ? 1 : count + 1;
        return new AttemptWindow(counted, Duration.ZERO, counted < limit ? Duration.ZERO : waitAfter(counted - limit));
    }

    private static Duration waitAfter(int excess) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(excess, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
