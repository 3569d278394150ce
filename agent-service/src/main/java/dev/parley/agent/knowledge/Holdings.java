package dev.parley.agent.knowledge;

/** What somebody has brought so far. */
record Holdings(long documents, long chunks) {
    boolean isFull(KnowledgeSettings settings) {
        return documents >= settings.maxDocuments() || chunks >= settings.maxOwnChunks();
    }
}
