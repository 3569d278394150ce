/** The whole of Parley from outside: through the gateway, as its users see it, and on the log, as data teams do. */
@NullMarked
package dev.parley.system;

import org.jspecify.annotations.NullMarked;
