package dev.parley.chat.stream;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.platform.messaging.EventDecoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The readers of one partition, by turn, and how far they have been served. Confined to the tail's thread. */
final class TailedPartition {
    private final Map<String, List<Subscription>> readers = new HashMap<>();
    private long next;
    private long idleSinceNanos;

    /** @param next the offset from which on the tail reads */
    TailedPartition(long next, long nowNanos) {
        this.next = next;
        this.idleSinceNanos = nowNanos;
    }

    /** What is registered now gets everything from this offset on. */
    long next() {
        return next;
    }

    void add(String turn, Subscription reader) {
        readers.computeIfAbsent(turn, _ -> new ArrayList<>(1)).add(reader);
    }

    void remove(String turn, Subscription reader, long nowNanos) {
        readers.computeIfPresent(turn, (_, all) -> {
            all.remove(reader);
            return all.isEmpty() ? null : all;
        });
        idleSinceNanos = nowNanos;
    }

    /** @param reached takes the readers that the record is for */
    void deliver(ConsumerRecord<String, byte[]> raw, Collection<Subscription> reached) {
        next = raw.offset() + 1;
        String turn = EventDecoder.header(raw, CloudEventHeaders.TURN);
        List<Subscription> interested = turn == null ? List.of() : readers.getOrDefault(turn, List.of());
        StreamEvent event = interested.isEmpty() ? null : StreamEvent.of(raw);
        if (event != null) {
            interested.forEach(reader -> reader.offer(event));
            reached.addAll(interested);
        }
    }

    boolean isIdleFor(long nanos, long nowNanos) {
        return readers.isEmpty() && nowNanos - idleSinceNanos > nanos;
    }

    void cutAll() {
        readers.values().forEach(all -> all.forEach(Subscription::cut));
    }
}
