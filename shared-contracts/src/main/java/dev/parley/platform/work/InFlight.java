package dev.parley.platform.work;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What this worker has claimed and not settled. Safe for many threads. */
final class InFlight {

    private final Set<Execution> executions = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void add(Execution execution) {
        executions.add(execution);
        count(execution.claimed().kind()).incrementAndGet();
    }

    void remove(Execution execution) {
        if (executions.remove(execution)) {
            count(execution.claimed().kind()).decrementAndGet();
            tellWhoWaits();
        }
    }

    boolean isEmpty() {
        return executions.isEmpty();
    }

    int running(String kind) {
        return count(kind).get();
    }

    int room(WorkKind kind) {
        return Math.max(0, kind.concurrency() - running(kind.name()));
    }

    Collection<Execution> all() {
        return List.copyOf(executions);
    }

    List<UUID> ids() {
        return executions.stream().map(execution -> execution.claimed().id()).toList();
    }

    /** Waits until there is nothing, or for so long. */
    synchronized void awaitEmpty(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); !executions.isEmpty() && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Tells the runs of these items that nobody wants them any more. */
    void cancel(Map<UUID, String> reasons, Duration grace) {
        if (reasons.isEmpty()) {
            return;
        }
        for (Execution execution : executions) {
            String reason = reasons.get(execution.claimed().id());
            if (reason != null) {
                execution.cancel(reason, grace);
            }
        }
    }

    /** After a break of the lease: what is not in the list has been taken away. */
    void keepOnly(Set<UUID> held) {
        for (Execution execution : executions) {
            if (!held.contains(execution.claimed().id())) {
                execution.lose();
            }
        }
    }

    private synchronized void tellWhoWaits() {
        if (executions.isEmpty()) {
            notifyAll();
        }
    }

    private AtomicInteger count(String kind) {
        return counts.computeIfAbsent(kind, _ -> new AtomicInteger());
    }
}
