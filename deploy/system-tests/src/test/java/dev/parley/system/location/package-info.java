/** Asking where things are. */
@NullMarked
package dev.parley.system.location;

import org.jspecify.annotations.NullMarked;
