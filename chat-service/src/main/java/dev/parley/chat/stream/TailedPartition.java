package dev.parley.chat.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The readers of one partition, by turn. Confined to the tail's thread. */
final class TailedPartition {
    private final Map<String, List<Subscription>> readers = new HashMap<>();
    private long idleSinceNanos;

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

    List<Subscription> readersOf(String turn) {
        return readers.getOrDefault(turn, List.of());
    }

    boolean isIdleFor(long nanos, long nowNanos) {
        return readers.isEmpty() && nowNanos - idleSinceNanos > nanos;
    }

    void cutAll() {
        readers.values().forEach(all -> all.forEach(Subscription::cut));
    }
}
