/** Tells everybody which tools, models and assistants there are. Writes {@code agent.catalog}. */
@NullMarked
package dev.parley.agent.catalog;

import org.jspecify.annotations.NullMarked;
