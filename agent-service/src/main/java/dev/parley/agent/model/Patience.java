package dev.parley.agent.model;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long a provider is waited for, and how often it is asked again. */
record Patience(Duration firstToken, Duration tokenGap, int attempts, Duration backoff, Duration longestRetryAfter) {

    /** The wait before the next try; null when there is to be none. */
    @Nullable
    Duration before(int nextAttempt, ModelFailure failure, RandomGenerator random) {
        if (!failure.retryable() || nextAttempt > attempts) {
            return null;
        }
        Duration wanted = failure.retryAfter();
        if (wanted == null) {
            return jittered(nextAttempt, random);
        }
        return wanted.compareTo(longestRetryAfter) > 0 ? null : wanted.plus(jittered(2, random));
    }

    /** Between half and the whole of a back-off that doubles, so that those who failed together do not return together. */
    private Duration jittered(int nextAttempt, RandomGenerator random) {
        long whole = backoff.toMillis() << (nextAttempt - 2);
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
