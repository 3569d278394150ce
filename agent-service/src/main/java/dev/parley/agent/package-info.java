/** The thinking side of Parley: it answers turns with models, tools and what it remembers. */
@NullMarked
package dev.parley.agent;

import org.jspecify.annotations.NullMarked;
