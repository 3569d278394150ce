/** Starts location-service. Features are the packages below. */
@NullMarked
package dev.parley.location;

import org.jspecify.annotations.NullMarked;
