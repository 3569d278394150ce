package dev.parley.agent.knowledge;

import java.util.UUID;

/** @param position of a chunk in its document, from 0 */
record ChunkId(UUID document, int position) {}
