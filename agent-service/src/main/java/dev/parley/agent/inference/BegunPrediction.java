package dev.parley.agent.inference;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a prediction that was begun, or was about to be.
 *
 * @param remoteId absent when nobody knows whether it was begun
 * @param ended whether the provider has nothing more to do
 * @param age by the database's clock
 */
record BegunPrediction(
        UUID job,
        ProviderName provider,
        String model,
        @Nullable String remoteId,
        boolean ended,
        Duration age) {
    /** Whether something may still go on at the provider that could be stopped. */
    boolean mayBeStopped() {
        return remoteId != null && !ended;
    }
}
