package dev.parley.agent.prompt;

/**
 * What a model is told about its part.
 *
 * @param version id and version, recorded with every answer: {@code assistant/2}
 */
public record Prompt(String version, String text) {}
