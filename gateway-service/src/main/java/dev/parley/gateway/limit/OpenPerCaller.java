package dev.parley.gateway.limit;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How much each caller has open, of which nobody has more than so many. Thread-safe. */
public final class OpenPerCaller {

    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    /** @param most that one caller may have open */
    public OpenPerCaller(int most) {
        this.most = most;
    }

    /** One that is open; closed once, however often it is told to. */
    public final class Slot implements AutoCloseable {

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
    public Optional<Slot> open(String whose) {
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
