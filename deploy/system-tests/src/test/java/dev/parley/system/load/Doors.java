package dev.parley.system.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a client may enter, as a name with several addresses tells it: one until it fails, then the next. Thread-safe. */
final class Doors {
    private final List<String> addresses;
    private final AtomicInteger chosen;

    Doors(List<String> addresses, int first) {
        this.addresses = List.copyOf(addresses);
        this.chosen = new AtomicInteger(first);
    }

    String current() {
        return addresses.get(Math.floorMod(chosen.get(), addresses.size()));
    }

    void next() {
        chosen.incrementAndGet();
    }
}
