/** What agent-service offers, so that a turn that asks for something else is refused at the door. Reads {@code agent.catalog}. */
@NullMarked
package dev.parley.chat.catalog;

import org.jspecify.annotations.NullMarked;
