package dev.parley.system.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was not as it has to be, a sentence each. Thread-safe. */
public final class Findings {
    private static final int LONGEST = 1_500;

    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    void add(String finding) {
        all.add(finding.length() > LONGEST ? finding.substring(0, LONGEST) + "…" : finding);
    }

    void unless(boolean holds, String finding) {
        if (!holds) {
            add(finding);
        }
    }

    /** So far. */
    public List<String> all() {
        return List.copyOf(all);
    }
}
