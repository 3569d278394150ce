/**
 * Who may use which conversation. Owns conversation and conversation_access, a projection of {@code conversation.events};
 * what is not in it yet is asked of conversation-service.
 */
@NullMarked
package dev.parley.chat.access;

import org.jspecify.annotations.NullMarked;
