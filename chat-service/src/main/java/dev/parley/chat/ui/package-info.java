/**
 * For pages made with the AI SDK: a chat of theirs is a conversation, its stream the turn's in the parts that they show. Owns
 * ui_chat.
 */
@NullMarked
package dev.parley.chat.ui;

import org.jspecify.annotations.NullMarked;
