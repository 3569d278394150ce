/** What the agent remembers of conversations. Owns memory and deleted_conversation; reads {@code conversation.events}
 * to forget what was deleted. */
@NullMarked
package dev.parley.agent.memory;

import org.jspecify.annotations.NullMarked;
