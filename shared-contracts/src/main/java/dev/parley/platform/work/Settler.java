package dev.parley.platform.work;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Takes verdicts from many runs to the database, many in one transaction: thousands of items need one connection. What
 * cannot be written now is written later.
 */
final class Settler {

    private static final int BATCH = 200;

    private final Settlements settlements;
    private final Signal signal;
    private final WorkMetrics metrics;
    private final Queue<Settlement> queue = new ConcurrentLinkedQueue<>();

    Settler(Settlements settlements, Signal signal, WorkMetrics metrics) {
        this.settlements = settlements;
        this.signal = signal;
        this.metrics = metrics;
    }

    void add(Settlement settlement) {
        queue.add(settlement);
        signal.raise();
    }

    /** By one thread at a time. */
    void settleAll() {
        for (List<Settlement> batch = take(); !batch.isEmpty(); batch = take()) {
            settle(batch);
        }
    }

    private void settle(List<Settlement> batch) {
        Set<Settlements.Run> accepted;
        try {
            accepted = settlements.settle(batch);
        } catch (RuntimeException | Error e) {
            queue.addAll(batch);
            throw e;
        }
        batch.forEach(settlement ->
                complete(settlement, accepted.contains(new Settlements.Run(settlement.id(), settlement.attempt()))));
    }

    private void complete(Settlement settlement, boolean accepted) {
        metrics.settled(settlement, accepted);
        if (accepted && settlement.pauseMillis() > 0) {
            signal.raiseIn(Duration.ofMillis(settlement.pauseMillis()));
        }
        settlement.heard().accept(accepted);
    }

    /** Two verdicts on one attempt would meet in one statement: the second waits for the next. */
    private List<Settlement> take() {
        Map<UUID, Settlement> batch = new LinkedHashMap<>();
        Settlement next = queue.peek();
        while (next != null && batch.size() < BATCH && batch.putIfAbsent(next.id(), next) == null) {
            queue.remove();
            next = queue.peek();
        }
        return List.copyOf(batch.values());
    }
}
