package dev.parley.agent.embedding;

import java.util.List;

/**
 * What several texts mean.
 *
 * @param vectors in the order of the texts
 * @param tokens that somebody charges for them; 0 where nobody does
 */
public record Embedded(List<float[]> vectors, int tokens) {}
