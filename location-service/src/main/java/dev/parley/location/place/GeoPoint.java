package dev.parley.location.place;

import dev.parley.contracts.location.Location;

/** A point on earth, in degrees (WGS 84). */
public record GeoPoint(double lat, double lng) {
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** Metres on the ground from one degree of latitude to the next, on the sphere that distances are measured on. */
    public static final double METRES_PER_DEGREE = EARTH_RADIUS_M * Math.PI / 180;

    /** @throws IllegalArgumentException when there is no such point */
    public GeoPoint {
        // Written so that NaN is refused as well.
        if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
            throw new IllegalArgumentException("There is no point at latitude " + lat + ", longitude " + lng);
        }
    }

    public static GeoPoint of(Location location) {
        return new GeoPoint(location.lat(), location.lng());
    }

    /** Metres along the great circle, by the haversine formula; the sphere makes it wrong by up to half a percent. */
    public double distanceTo(GeoPoint other) {
        double lat1 = Math.toRadians(lat);
        double lat2 = Math.toRadians(other.lat);
        double halfLat = Math.sin((lat2 - lat1) / 2);
        double halfLng = Math.sin(Math.toRadians(other.lng - lng) / 2);
        double chord = halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLng * halfLng;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(Math.min(1, chord)));
    }
}
