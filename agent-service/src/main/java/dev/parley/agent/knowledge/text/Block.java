package dev.parley.agent.knowledge.text;

/**
 * A piece of a document that belongs together.
 *
 * @param level of a heading, from 1; 0 for all else
 */
public record Block(int level, String text) {
    static final int PARAGRAPH = 0;

    static Block paragraph(String text) {
        return new Block(PARAGRAPH, text);
    }

    boolean isHeading() {
        return level > PARAGRAPH;
    }
}
