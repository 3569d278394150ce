package dev.parley.conversation.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to rows of the outbox that were left behind: those that are on their topic are taken out, those that are not are
 * published. A row counts as left behind only when the reader of the write-ahead log has passed it, so the two never publish
 * the same one side by side.
 */
@Component
class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final int AT_ONCE = 500;

    private final LeftBehind leftBehind;
    private final ReplicationSlots slots;
    private final TopicSearch topics;
    private final Delivery delivery;
    private final StreamSettings settings;

    Reconciler(
            LeftBehind leftBehind,
            ReplicationSlots slots,
            TopicSearch topics,
            Delivery delivery,
            StreamSettings settings) {
        this.leftBehind = leftBehind;
        this.slots = slots;
        this.topics = topics;
        this.delivery = delivery;
        this.settings = settings;
    }

    /** @return how many rows were seen to */
    int reconcile() {
        List<LeftBehind.Row> old = leftBehind.olderThan(settings.leftBehindAfter(), AT_ONCE);
        if (old.isEmpty() || !isPassed()) {
            return 0;
        }
        Set<UUID> still = new HashSet<>(
                leftBehind.stillThere(old.stream().map(LeftBehind.Row::id).toList()));
        List<LeftBehind.Row> stuck =
                old.stream().filter(row -> still.contains(row.id())).toList();
        return stuck.isEmpty() ? 0 : settle(stuck);
    }

    /** Whether the reader of the write-ahead log has seen all that was committed before now, or there is no such reader. */
    private boolean isPassed() {
        String now = slots.currentPlace();
        leftBehind.nudge();
        return slots.awaitPassed(settings.slot(), now);
    }

    private int settle(List<LeftBehind.Row> stuck) {
        Set<UUID> published = topics.found(stuck);
        Set<UUID> missing = stuck.stream()
                .map(LeftBehind.Row::id)
                .filter(id -> !published.contains(id))
                .collect(Collectors.toSet());
        int told = delivery.settle(published, missing);
        log.warn(
                "{} rows of the outbox were left behind: {} were published, and {} are now",
                stuck.size(),
                published.size(),
                told);
        return stuck.size();
    }
}
