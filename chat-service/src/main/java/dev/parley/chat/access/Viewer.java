package dev.parley.chat.access;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;

/** Someone who looks at a conversation. */
public record Viewer(ConversationId conversation, Principal principal) {}
