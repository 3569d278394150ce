/**
 * Accepts turns and says what has become of them. Owns the table turn; writes {@code chat.turn-requests}, reads
 * {@code chat.turn-outcomes}. Accepted means: on the log.
 */
@NullMarked
package dev.parley.chat.turn;

import org.jspecify.annotations.NullMarked;
