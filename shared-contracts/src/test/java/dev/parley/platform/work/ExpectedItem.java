package dev.parley.platform.work;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What should be known of an item, what its handler has stored, and what the world has seen of it. */
final class ExpectedItem {

    final UUID id;
    final String home;
    String lane;

    // What the runtime should know.
    boolean cancelled;
    boolean erased;
    boolean givingUp;
    boolean resending;
    boolean ended;
    String state = "";
    int attempt;

    // What its handler has stored, under the fence.
    boolean started;

    @Nullable
    String result;

    @Nullable
    String outcome;

    // What has happened outside, and cannot be taken back.
    int effects;
    final Set<String> emitted = new HashSet<>();

    ExpectedItem(UUID id, String lane) {
        this.id = id;
        this.home = lane;
        this.lane = lane;
    }

    /** One that is over is never decided anew. */
    void decide(String what) {
        outcome = outcome == null ? what : outcome;
    }

    String name() {
        return id.toString().substring(30);
    }

    /** A failed check of what has become of it; empty when all is well. */
    String fault() {
        if (!ended) {
            return "has not ended";
        }
        if (outcome == null || !emitted.equals(Set.of(outcome))) {
            return "decided %s and told %s".formatted(outcome, emitted);
        }
        return effectFault();
    }

    private String effectFault() {
        if (effects > 1) {
            return "had its effect %d times".formatted(effects);
        }
        if ("done".equals(result) && effects != 1) {
            return "says that it had its effect, and had none";
        }
        return outcome != null && outcome.startsWith("done") && result == null ? "is done without a result" : "";
    }
}
