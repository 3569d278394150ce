package dev.parley.agent.turn;

import dev.parley.agent.tool.Excerpt;

/** What an assistant says that another one reads: nobody sees it come. */
final class Draft implements Words {
    /** In characters: as long as a result may be. */
    private static final int LONGEST = 100_000;

    private final StringBuilder text = new StringBuilder();

    @Override
    public synchronized boolean say(String piece) {
        String fitting = Excerpt.of(piece, LONGEST - text.length());
        text.append(fitting);
        return fitting.length() == piece.length();
    }

    @Override
    public void flush() {
        // Nothing is on its way.
    }

    synchronized boolean isEmpty() {
        return text.isEmpty();
    }

    synchronized String text() {
        return text.toString();
    }
}
