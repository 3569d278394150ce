package dev.parley.simulator.http;

import java.util.ArrayDeque;
import java.util.List;

/** The newest calls that a stand-in received, oldest first. Thread-safe. */
public final class Received<T> {
    private static final int KEPT = 2000;

    private final ArrayDeque<T> newest = new ArrayDeque<>();
    private long count;

    public synchronized void add(T call) {
        count++;
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(call);
    }

    public synchronized List<T> all() {
        return List.copyOf(newest);
    }

    /** How many there were in all, kept or not. */
    public synchronized long count() {
        return count;
    }

    public synchronized void clear() {
        newest.clear();
        count = 0;
    }
}
