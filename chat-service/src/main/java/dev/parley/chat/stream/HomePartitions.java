package dev.parley.chat.stream;

import dev.parley.contracts.topic.Topic;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * The partitions that the answers to this replica's questions go to. A few of its own: what its tail reads there is for its
 * own readers, and writing and reading cost by the partition more than by the record. Thread-safe.
 */
@Component
final class HomePartitions {
    /** More than one, so that the loss of a broker stops some of the answers, not all. */
    private static final int SEVERAL = 2;

    private static final int ALL = Topic.TURN_STREAM.partitions();

    private final int first;
    private final AtomicInteger turns = new AtomicInteger();

    HomePartitions() {
        this.first = ThreadLocalRandom.current().nextInt(ALL);
    }

    /** Where the next turn's answer goes: to each in turn. */
    int next() {
        int which = Math.floorMod(turns.getAndIncrement(), SEVERAL);
        return (first + which * (ALL / SEVERAL)) % ALL;
    }
}
