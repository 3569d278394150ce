package dev.parley.agent.knowledge;

/** What somebody has brought so far. */
record Holdings(long documents, long chunks) {
    static final String FULL = "There is no room for more documents. Delete some that are not needed.";

    boolean isFull(KnowledgeSettings settings) {
        return documents >= settings.maxDocuments() || chunks >= settings.maxOwnChunks();
    }
}
