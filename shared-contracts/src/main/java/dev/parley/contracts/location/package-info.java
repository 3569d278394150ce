/** Questions to location-service and its answers. */
@NullMarked
package dev.parley.contracts.location;

import org.jspecify.annotations.NullMarked;
