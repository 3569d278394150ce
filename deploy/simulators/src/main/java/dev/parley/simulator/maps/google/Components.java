package dev.parley.simulator.maps.google;

import dev.parley.simulator.maps.world.City;
import dev.parley.simulator.maps.world.Spot;
import java.util.ArrayList;
import java.util.List;

/** The parts of an address, from small to large, and the address in one line. */
record Components(List<Part> parts, String line) {

    static Components of(Spot spot) {
        List<Part> parts = new ArrayList<>();
        City city = spot.city();
        if (!spot.number().isEmpty()) {
            parts.add(new Part(spot.number(), spot.number(), List.of("street_number")));
        }
        if (!spot.street().isEmpty()) {
            parts.add(new Part(spot.street(), spot.street(), List.of("route")));
        }
        spot.inDistrict()
                .ifPresent(district -> parts.add(new Part(
                        district.name(), district.name(), List.of("sublocality_level_1", "sublocality", "political"))));
        if (!spot.is(Spot.Kind.COUNTRY)) {
            parts.add(new Part(city.name(), city.name(), List.of("locality", "political")));
            parts.add(new Part(city.region(), city.regionCode(), List.of("administrative_area_level_1", "political")));
        }
        parts.add(new Part(city.country(), city.countryCode(), List.of("country", "political")));
        spot.inDistrict()
                .map(city::postcodeOf)
                .ifPresent(code -> parts.add(new Part(code, code, List.of("postal_code"))));
        return new Components(List.copyOf(parts), line(spot));
    }

    static String street(Spot spot) {
        return spot.number().isEmpty() ? spot.street() : spot.city().streetLine(spot.street(), spot.number());
    }

    private static String line(Spot spot) {
        City city = spot.city();
        return switch (spot.kind()) {
            case COUNTRY -> city.country();
            case CITY -> city.name().equals(city.country()) ? city.name() : city.name() + ", " + city.countryShort();
            case DISTRICT -> spot.name() + ", " + town(spot);
            case STREET, ADDRESS, PLACE -> street(spot) + ", " + town(spot);
        };
    }

    private static String town(Spot spot) {
        String town =
                spot.inDistrict().map(spot.city()::townLine).orElse(spot.city().name());
        return spot.city().name().equals(spot.city().country())
                ? town
                : town + ", " + spot.city().countryShort();
    }

    record Part(String name, String shortName, List<String> types) {}
}
