package dev.parley.contracts.turn;

/**
 * How far a tool has come.
 *
 * @param stage what it does at the moment, for people
 * @param share of all that it has to do, 0…1
 */
public record ToolProgress(String stage, double share) {}
