/** Proof of chat-service. */
@NullMarked
package dev.parley.chat;

import org.jspecify.annotations.NullMarked;
