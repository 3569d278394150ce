package dev.parley.gateway.health;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Locale;

/** How a part is, from best to worst. */
enum State {
    /** There is none, and none is wanted. */
    NOT_CONFIGURED,
    OK,
    /** Works, with less than it should have. */
    DEGRADED,
    /** Nobody could tell. */
    UNKNOWN,
    DOWN;

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean works() {
        return this == OK || this == DEGRADED;
    }

    /** Of replicas: one that works is enough to go on. */
    static State ofReplicas(Collection<State> states) {
        long working = states.stream().filter(State::works).count();
        if (working == 0) {
            return DOWN;
        }
        return working == states.size() ? OK : DEGRADED;
    }

    /** Of one thing as several see it: the worst is believed. */
    static State ofWitnesses(Collection<State> states) {
        return states.stream().max(State::compareTo).orElse(UNKNOWN);
    }
}
