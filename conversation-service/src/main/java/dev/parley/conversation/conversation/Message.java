package dev.parley.conversation.conversation;

import java.util.UUID;

/** A message in its place. It never changes. */
record Message(UUID conversationId, long sequence, Draft draft) {}
