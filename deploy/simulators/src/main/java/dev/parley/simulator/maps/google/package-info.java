/** Google Maps Platform's wire formats: Geocoding, Places (New) and Routes. Reads the invented world, keeps nothing. */
@NullMarked
package dev.parley.simulator.maps.google;

import org.jspecify.annotations.NullMarked;
