package dev.parley.contracts.turn;

/**
 * A passage that an answer rests on.
 *
 * @param chunk its place in the document, from 0
 * @param score similarity to the question, 0…1
 */
public record Citation(String documentId, String title, int chunk, double score, String snippet) {}
