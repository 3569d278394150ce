package dev.parley.conversation.conversation;

import io.opentelemetry.context.Context;

/**
 * A message for a conversation, which may have to be made for it.
 *
 * @param trace what it belongs to
 */
record Entry(Origin origin, Draft draft, Context trace) {}
