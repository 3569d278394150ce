package dev.parley.agent.prompt;

/**
 * What a model is told about its part.
 *
 * @param version id and version, recorded with every answer: {@code assistant/2}
 * @param answersMayBeKept whether equal questions of one owner may get the same answer for a while
 */
public record Prompt(String version, String text, boolean answersMayBeKept) {
    /** One whose answers are not kept. */
    public Prompt(String version, String text) {
        this(version, text, false);
    }
}
