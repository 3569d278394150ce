/**
 * The bundled gazetteer: the largest cities of the world and the neighbourhoods of some, from resource files under {@code
 * gazetteer/}, or all cities of a GeoNames file that an operator brings. All of it is in memory; nothing is written.
 */
@NullMarked
package dev.parley.location.provider.gazetteer;

import org.jspecify.annotations.NullMarked;
