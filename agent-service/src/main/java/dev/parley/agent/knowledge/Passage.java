package dev.parley.agent.knowledge;

import java.util.UUID;

/**
 * A piece of a document that was found.
 *
 * @param chunk its place in the document, from 0
 * @param score similarity to what was asked, 0…1
 * @param literal whether it was found by its words
 * @param text all of it
 */
public record Passage(UUID document, String title, int chunk, double score, boolean literal, String text) {
    private static final int SNIPPET = 300;

    /** Its beginning, on one line. */
    public String snippet() {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= SNIPPET) {
            return line;
        }
        int word = line.lastIndexOf(' ', SNIPPET);
        return line.substring(0, word > 0 ? word : SNIPPET - 1) + "…";
    }
}
