/**
 * A small invented world: a handful of real cities with their districts, and places in them that do not exist, made from a seed. The
 * same seed makes the same world. Reads its resource files, writes nothing.
 */
@NullMarked
package dev.parley.simulator.maps.world;

import org.jspecify.annotations.NullMarked;
