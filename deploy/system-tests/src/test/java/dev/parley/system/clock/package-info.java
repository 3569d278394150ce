/** Sets the clock of a single process wrong, where others on the machine go on with the right one. */
@NullMarked
package dev.parley.system.clock;

import org.jspecify.annotations.NullMarked;
