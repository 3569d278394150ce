package dev.parley.local.plan;

import dev.parley.local.process.Ports;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** Hands out ports, each once. */
final class PortBook {

    private static final int LAST = 65_535;

    private final Set<Integer> given = new HashSet<>();
    private final IntPredicate free;
    private final IntSupplier any;

    PortBook(IntPredicate free, IntSupplier any) {
        this.free = free;
        this.any = any;
    }

    static PortBook ofSystem() {
        return new PortBook(Ports::isFree, Ports::free);
    }

    /** Exactly this port (0: a free one), since people and programs know it. */
    int exactly(int port, String user, String option) {
        if (port == 0) {
            return any();
        }
        if (!usable(port)) {
            throw new IllegalArgumentException("Port %d, which %s wants, is taken: free it, or choose another with %s N"
                    .formatted(port, user, option));
        }
        given.add(port);
        return port;
    }

    /** This port, or the next one that is free. */
    int from(int preferred) {
        int port = preferred;
        while (!usable(port)) {
            port++;
            if (port > LAST) {
                return any();
            }
        }
        given.add(port);
        return port;
    }

    int any() {
        int port = any.getAsInt();
        while (!given.add(port)) {
            port = any.getAsInt();
        }
        return port;
    }

    private boolean usable(int port) {
        return !given.contains(port) && free.test(port);
    }
}
