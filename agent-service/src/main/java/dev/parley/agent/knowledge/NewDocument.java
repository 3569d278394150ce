package dev.parley.agent.knowledge;

import dev.parley.agent.knowledge.text.DocumentType;

/**
 * What is known of a document when it comes.
 *
 * @param size in bytes
 * @param hash SHA-256 of its file
 */
record NewDocument(String title, DocumentType type, long size, byte[] hash) {}
