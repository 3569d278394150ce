/** Reads files in which operators describe things. No topic and no table of its own. */
@NullMarked
package dev.parley.agent.yaml;

import org.jspecify.annotations.NullMarked;
