package dev.parley.gateway.limit;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many answers each caller has open, and who is never over the limit. Thread-safe. */
final class OpenStreams {

    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    OpenStreams(int most) {
        this.most = most;
    }

    /** One open answer; closed once, however often it is told to. */
    final class Slot implements AutoCloseable {

        private final String whose;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Slot(String whose) {
            this.whose = whose;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                open.computeIfPresent(whose, (_, count) -> count == 1 ? null : count - 1);
            }
        }
    }

    /** Empty when this caller has as many as may be. */
    Optional<Slot> open(String whose) {
        Slot slot = new Slot(whose);
        if (open.merge(whose, 1, Integer::sum) > most) {
            slot.close();
            return Optional.empty();
        }
        return Optional.of(slot);
    }

    int openOf(String whose) {
        return open.getOrDefault(whose, 0);
    }

    int callers() {
        return open.size();
    }
}
