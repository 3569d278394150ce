package dev.parley.platform.web;

import dev.parley.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How many items of a list are wanted: 1 to 100, 20 when not said. A controller takes it as a parameter without an
 * annotation; it is read from {@code ?limit=}.
 */
public record Limit(int value) {
    public static final int MIN = 1;
    public static final int MAX = 100;
    public static final Limit DEFAULT = new Limit(20);

    /** @throws ProblemException 422 outside 1 to 100 */
    public Limit {
        if (value < MIN || value > MAX) {
            throw refused();
        }
    }

    /** @throws ProblemException 422 for anything but a whole number from 1 to 100 */
    public static Limit parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT;
        }
        try {
            return new Limit(Integer.parseInt(text));
        } catch (NumberFormatException notANumber) {
            throw refused();
        }
    }

    /** One more than wanted: the extra row tells that there is a next page. */
    public int plusOne() {
        return value + 1;
    }

    private static ProblemException refused() {
        return ProblemException.invalidField("limit", "must be a whole number from " + MIN + " to " + MAX);
    }
}
