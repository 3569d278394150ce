/** The wire formats around OpenStreetMap: Nominatim, Overpass and OSRM, as far as Parley uses them. Reads the invented world. */
@NullMarked
package dev.parley.simulator.maps.osm;

import org.jspecify.annotations.NullMarked;
