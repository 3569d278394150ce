package dev.parley.gateway.limit;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What came of taking one from a budget.
 *
 * @param left how many more it has
 * @param untilMore how long until there is something again; zero when this one was granted
 * @param untilWhole how long until it is whole again
 */
record Draw(boolean granted, long left, Duration untilMore, Duration untilWhole) {

    static Draw of(ConsumptionProbe probe) {
        return new Draw(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }
}
