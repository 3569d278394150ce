/** Tells everybody which tools and models there are. Writes {@code agent.catalog}. */
@NullMarked
package dev.parley.agent.catalog;

import org.jspecify.annotations.NullMarked;
