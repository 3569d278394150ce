/**
 * What people have brought along to be answered from: documents, taken in by a job, and searched by words and by meaning. Owns
 * document, chunk, chunk_vector, knowledge and the schema words; their files are in {@code agent.file}.
 */
@NullMarked
package dev.parley.agent.knowledge;

import org.jspecify.annotations.NullMarked;
