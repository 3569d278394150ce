package dev.parley.chat.openai;

/**
 * The text of an answer for a reader from whom nothing can be taken back. When an attempt starts over, nothing is shown until
 * it has said again what was shown; if it says something else, there is no way on.
 */
final class SettledText {
    private final StringBuilder shown = new StringBuilder();
    private int said;
    private boolean contradicted;

    /** Another attempt begins. */
    void startOver() {
        said = 0;
    }

    /** What of this piece is new to the reader; perhaps nothing. */
    String add(String piece) {
        int known = Math.min(piece.length(), shown.length() - said);
        if (contradicted || !shown.substring(said, said + known).equals(piece.substring(0, known))) {
            contradicted = true;
            return "";
        }
        String news = piece.substring(known);
        shown.append(news);
        said += piece.length();
        return news;
    }

    /** What the whole answer says besides. */
    String finish(String whole) {
        startOver();
        return whole.length() < shown.length() ? contradict() : add(whole);
    }

    private String contradict() {
        contradicted = true;
        return "";
    }

    boolean isContradicted() {
        return contradicted;
    }
}
