/**
 * Lets readers wait until what they have seen confirmed is stored. Owns applied_position, which says how far
 * {@code chat.turn-requests} and {@code chat.turn-outcomes} are stored, whichever replica stored it.
 */
@NullMarked
package dev.parley.conversation.catchup;

import org.jspecify.annotations.NullMarked;
