/**
 * A stand-in for map services: Google Maps Platform, and the services around OpenStreetMap, all on one port. Reads requests, writes
 * answers about an invented world or the failures a test ordered. Owns the log of what it received, in memory.
 */
@NullMarked
package dev.parley.simulator.maps;

import org.jspecify.annotations.NullMarked;
