/**
 * What the agent remembers of conversations: the newest part word by word, and a summary of what came before. Owns memory,
 * memory_summary, memory_restoring and deleted_conversation; reads {@code conversation.events} to forget what was deleted, and
 * to remember again what was lost.
 */
@NullMarked
package dev.parley.agent.memory;

import org.jspecify.annotations.NullMarked;
