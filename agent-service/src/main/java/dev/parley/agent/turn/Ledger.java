package dev.parley.agent.turn;

import dev.parley.contracts.turn.Usage;
import java.util.function.Consumer;

/** What a task has used, with all that was handed on; each entry is one in that of the task above it too. Thread-safe. */
final class Ledger {
    private final Consumer<Usage> above;
    private Usage used = Usage.NONE;

    Ledger(Consumer<Usage> above) {
        this.above = above;
    }

    void add(Usage usage) {
        synchronized (this) {
            used = used.plus(usage);
        }
        above.accept(usage);
    }

    synchronized Usage used() {
        return used;
    }
}
