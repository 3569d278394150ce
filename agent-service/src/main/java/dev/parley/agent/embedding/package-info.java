/** What texts mean, as vectors. */
@NullMarked
package dev.parley.agent.embedding;

import org.jspecify.annotations.NullMarked;
