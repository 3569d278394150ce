package dev.parley.agent.knowledge;

/** How what is near is found: {@code VECTOR_INDEX}. */
enum VectorIndex {
    /** By the database's index where it has pgvector. */
    AUTO,
    /** By looking at all of an owner's vectors. */
    OFF
}
