package dev.parley.simulator.maps.world;

/** A point on the earth, in degrees. */
public record Position(double lat, double lng) {
    private static final double EARTH_METRES = 6_371_008.8;
    private static final double METRES_PER_DEGREE = Math.PI * EARTH_METRES / 180;
    private static final double PRECISION = 1e7;

    public boolean isOnEarth() {
        return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    }

    /** Along the great circle. */
    public double metresTo(Position other) {
        double north = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double east = Math.sin(Math.toRadians(other.lng - lng) / 2);
        double chord =
                north * north + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * east * east;
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(chord, 1)));
    }

    public Position moved(double metresNorth, double metresEast) {
        double shrunk = METRES_PER_DEGREE * Math.max(Math.cos(Math.toRadians(lat)), 0.01);
        return new Position(rounded(lat + metresNorth / METRES_PER_DEGREE), rounded(lng + metresEast / shrunk));
    }

    /** The point at a share of the straight way to another. */
    public Position towards(Position other, double share) {
        return new Position(rounded(lat + (other.lat - lat) * share), rounded(lng + (other.lng - lng) * share));
    }

    /** The south-west corner of the square around a circle. */
    public Position southWest(double radius) {
        return moved(-radius, -radius);
    }

    /** The north-east corner of the square around a circle. */
    public Position northEast(double radius) {
        return moved(radius, radius);
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * PRECISION) / PRECISION;
    }
}
