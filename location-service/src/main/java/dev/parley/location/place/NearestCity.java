package dev.parley.location.place;

import dev.parley.contracts.location.Location;

/**
 * The city that is nearest to a point.
 *
 * @param distanceM metres from the point to the middle of the city
 */
public record NearestCity(Location location, int distanceM) {}
