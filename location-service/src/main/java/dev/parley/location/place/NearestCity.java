package dev.parley.location.place;

import dev.parley.contracts.location.Location;

/** @param distanceM metres from the point that was asked for to the middle of the city */
public record NearestCity(Location location, int distanceM) {}
