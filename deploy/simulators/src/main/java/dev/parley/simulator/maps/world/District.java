package dev.parley.simulator.maps.world;

/** A part of a city, as a circle of one size around its middle. */
public record District(String name, double lat, double lng) {
    static final double RADIUS = 1500;

    public Position position() {
        return new Position(lat, lng);
    }
}
