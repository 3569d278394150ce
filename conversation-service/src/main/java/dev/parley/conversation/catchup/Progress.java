package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far the log is known to be stored, and who waits for more. What is known may be behind, never ahead. Thread-safe. */
@Component
class Progress {
    /** A reader that waits for places; it is told when they are reached. */
    static final class Waiter {
        final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final Positions wanted;

        private Waiter(Positions wanted) {
            this.wanted = wanted;
        }
    }

    private final Map<LogPartition, Long> known = new ConcurrentHashMap<>();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    /** Places that were true at some moment before now. */
    Positions known() {
        return new Positions(known);
    }

    boolean covers(Positions wanted) {
        for (Map.Entry<LogPartition, Long> place : wanted.next().entrySet()) {
            if (known.getOrDefault(place.getKey(), 0L) < place.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** This replica has stored it, or nobody has to store it any more. */
    void advanced(Positions reached) {
        reached.next().forEach((partition, next) -> known.merge(partition, next, Math::max));
        tell();
    }

    void forget(Positions places) {
        places.next().forEach(known::remove);
    }

    Waiter enter(Positions wanted) {
        var waiter = new Waiter(wanted);
        waiters.add(waiter);
        tell(waiter);
        return waiter;
    }

    void leave(Waiter waiter) {
        waiters.remove(waiter);
    }

    private void tell() {
        waiters.forEach(this::tell);
    }

    private void tell(Waiter waiter) {
        if (covers(waiter.wanted)) {
            waiter.reached.complete(null);
        }
    }
}
