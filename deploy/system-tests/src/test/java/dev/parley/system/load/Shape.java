package dev.parley.system.load;

/**
 * How much is asked for.
 *
 * @param visitors how many at once, each in a conversation of their own
 * @param tokens of an answer
 * @param gapMs between two of them
 */
public record Shape(int visitors, int tokens, int gapMs) {
    /** Fifty answers at a time of some six seconds each. */
    public static final Shape FIFTY = new Shape(50, 30, 200);
}
