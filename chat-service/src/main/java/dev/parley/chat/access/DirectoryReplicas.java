package dev.parley.chat.access;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** In which order replicas are asked: those that failed a moment ago last, the others as chance will have it. Thread-safe. */
final class DirectoryReplicas {
    private static final Duration REST = Duration.ofSeconds(3);

    private final List<URI> all;
    private final Map<URI, Long> failedAtNanos = new ConcurrentHashMap<>();

    DirectoryReplicas(List<URI> all) {
        this.all = List.copyOf(all);
    }

    List<URI> inOrder() {
        List<URI> order = new ArrayList<>(all);
        Collections.shuffle(order);
        order.sort(Comparator.comparing(this::rests));
        return order;
    }

    void rest(URI replica) {
        failedAtNanos.put(replica, System.nanoTime());
    }

    private boolean rests(URI replica) {
        Long failedAt = failedAtNanos.get(replica);
        return failedAt != null && System.nanoTime() - failedAt < REST.toNanos();
    }
}
