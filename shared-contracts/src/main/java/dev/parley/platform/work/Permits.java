package dev.parley.platform.work;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Limits on calls to other systems that all replicas share. To be held for a call and no longer, outside of transactions:
 * {@code try (Permit permit = permits.acquire("model:openai", patience)) { … }}. Nobody holds a connection while it waits.
 * Safe for many threads.
 */
public final class Permits {

    private static final Permit UNLIMITED = () -> {};

    private final Map<String, SharedLimit> limits;

    Permits(Map<String, Integer> limits, PermitSlots slots, Supplier<@Nullable UUID> worker) {
        this.limits = limits.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        name -> new SharedLimit(name, limits.getOrDefault(name, 1), slots, worker)));
    }

    /**
     * Waits for a permit; within a replica in the order of asking. Costs nothing where no limit is configured.
     *
     * @throws RetryLater when there is none in time: the item waits, which is not counted as a failure
     * @throws Fenced when no worker runs here
     */
    public Permit acquire(String name, Duration patience) throws InterruptedException {
        SharedLimit limit = limits.get(name);
        return limit == null ? UNLIMITED : limit.acquire(patience);
    }
}
