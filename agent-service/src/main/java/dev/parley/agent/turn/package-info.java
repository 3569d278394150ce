/** Runs turns. Reads {@code chat.turn-requests}, writes {@code chat.turn-stream} and {@code chat.turn-outcomes}. Owns
 * turn_result, turn_step, turn_call, turn_remains and approval. */
@NullMarked
package dev.parley.agent.turn;

import org.jspecify.annotations.NullMarked;
