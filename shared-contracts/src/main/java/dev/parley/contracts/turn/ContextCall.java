package dev.parley.contracts.turn;

/**
 * A tool call of an earlier answer.
 *
 * @param id by which its result names it
 * @param arguments JSON, as the model wrote it
 */
public record ContextCall(String id, String toolId, String arguments) {}
