package dev.parley.simulator.maps;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The imitated services, told apart by path. */
public enum Service {
    GEOCODING("/maps/api/geocode/json"),
    PLACES("/v1/places"),
    ROUTES("/directions/v2:computeRoutes"),
    NOMINATIM("/search|/reverse"),
    OVERPASS("/api/interpreter"),
    OSRM("/route/v1/");

    private final Pattern beginning;

    Service(String beginning) {
        this.beginning = Pattern.compile(beginning);
    }

    static Optional<Service> at(String path) {
        return Arrays.stream(values())
                .filter(service -> service.beginning.matcher(path).lookingAt())
                .findFirst();
    }
}
