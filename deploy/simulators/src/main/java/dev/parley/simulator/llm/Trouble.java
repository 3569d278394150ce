package dev.parley.simulator.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in the middle of an answer.
 *
 * @param after tokens said before, at most all
 * @param times how often it happens before the answer succeeds
 * @param silence of a stall: null for ever
 */
public record Trouble(
        Kind kind, int after, int times, @Nullable Duration silence) {
    /** The ways an answer goes wrong. */
    public enum Kind {
        STALL,
        CUT,
        GARBAGE,
        ERROR
    }

    static Trouble of(Kind kind, int after) {
        return new Trouble(kind, after, Integer.MAX_VALUE, null);
    }

    static Trouble stall(int after, @Nullable Duration silence) {
        return new Trouble(Kind.STALL, after, Integer.MAX_VALUE, silence);
    }

    Trouble onlyTimes(int wanted) {
        return new Trouble(kind, after, wanted, silence);
    }
}
