package dev.parley.agent.model;

/**
 * Takes out of a model's text what no database and no encoder takes: U+0000, and halves of surrogate pairs. Pieces may be
 * cut between the halves of a pair. For one thread at a time.
 */
final class CleanText {

    private static final char NOTHING = 0;

    private char firstHalf = NOTHING;

    static String clean(String text) {
        return new CleanText().add(text);
    }

    /** The next piece, as far as it can be told now. */
    String add(String piece) {
        if (firstHalf == NOTHING && isClean(piece)) {
            return piece;
        }
        StringBuilder clean = new StringBuilder(piece.length() + 1);
        piece.chars().forEach(c -> add((char) c, clean));
        return clean.toString();
    }

    private void add(char c, StringBuilder clean) {
        if (Character.isLowSurrogate(c) && firstHalf != NOTHING) {
            clean.append(firstHalf).append(c);
        } else if (!Character.isSurrogate(c) && c != '\0') {
            clean.append(c);
        }
        firstHalf = Character.isHighSurrogate(c) ? c : NOTHING;
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
