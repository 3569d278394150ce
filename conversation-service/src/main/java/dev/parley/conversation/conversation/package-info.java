/**
 * Conversations and their messages. Owns conversation, message and tombstone; reads {@code chat.turn-requests} and
 * {@code chat.turn-outcomes}; tells {@code conversation.events} through the outbox. Token deltas never come here.
 */
@NullMarked
package dev.parley.conversation.conversation;

import org.jspecify.annotations.NullMarked;
