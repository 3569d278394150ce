package dev.parley.location.place;

/**
 * What is there?
 *
 * @param what a kind or a name of places, in anybody's words: {@code coffee bar}
 * @param radiusM metres around the point, 1…50 000
 * @param limit at most so many, 1…100
 */
public record PlaceQuery(String what, GeoPoint around, int radiusM, int limit) {}
