package dev.parley.agent.knowledge;

/** A chunk with all that an answer needs of it. */
record StoredChunk(ChunkId id, String title, String content, float[] vector) {}
