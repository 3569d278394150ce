package dev.parley.simulator.maps.google;

import dev.parley.simulator.maps.world.Position;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A circle or a rectangle that a search prefers or keeps to. */
sealed interface Region {
    double LARGEST_RADIUS = 50_000;

    Position middle();

    boolean contains(Position position);

    record Circle(Position middle, double radius) implements Region {
        @Override
        public boolean contains(Position position) {
            return middle.metresTo(position) <= radius;
        }
    }

    record Rectangle(Position low, Position high) implements Region {
        @Override
        public Position middle() {
            return low.towards(high, 0.5);
        }

        @Override
        public boolean contains(Position position) {
            return position.lat() >= low.lat()
                    && position.lat() <= high.lat()
                    && position.lng() >= low.lng()
                    && position.lng() <= high.lng();
        }
    }

    /**
     * The region of a request, if it has one.
     *
     * @throws GoogleError when it makes no sense
     */
    static Optional<Region> of(JsonNode json) {
        if (json.has("circle")) {
            return Optional.of(circle(json.path("circle")));
        }
        if (json.has("rectangle")) {
            JsonNode box = json.path("rectangle");
            return Optional.of(new Rectangle(position(box.path("low")), position(box.path("high"))));
        }
        return Optional.empty();
    }

    /**
     * A {@code latLng}.
     *
     * @throws GoogleError when it is no position on earth
     */
    static Position position(JsonNode json) {
        Position position = new Position(
                json.path("latitude").asDouble(0), json.path("longitude").asDouble(0));
        if (!position.isOnEarth()) {
            throw GoogleError.invalid("Invalid latitude or longitude.");
        }
        return position;
    }

    private static Circle circle(JsonNode json) {
        double radius = json.path("radius").asDouble(0);
        if (radius < 0 || radius > LARGEST_RADIUS) {
            throw GoogleError.invalid("Invalid circle.radius: it must be between 0.0 and 50000.0, inclusive.");
        }
        return new Circle(position(json.path("center")), radius);
    }
}
