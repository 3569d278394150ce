/** Proof of conversations and messages. */
@NullMarked
package dev.parley.conversation.conversation;

import org.jspecify.annotations.NullMarked;
