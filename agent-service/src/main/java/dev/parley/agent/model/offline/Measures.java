package dev.parley.agent.model.offline;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Says numbers and places as people do. */
final class Measures {
    private Measures() {}

    static String distance(int metres) {
        long tenths = Math.round(metres / 100.0);
        return metres < 1_000 ? metres + " m" : tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " km";
    }

    static String area(JsonNode area) {
        String name = area.path("name").asString("the area");
        String country = area.path("country_name").asString("");
        return country.isEmpty() || country.equals(name) ? name : name + ", " + country;
    }

    static String counted(int count, String one) {
        return count == 1 ? "one " + one : count + " " + one + "s";
    }

    /** Where a place is and how it is rated, as far as it says so. */
    static String facts(JsonNode place) {
        List<String> facts = new ArrayList<>();
        if (place.path("distance_m").isNumber()) {
            facts.add(distance(place.path("distance_m").asInt()) + " from the middle");
        }
        if (place.path("rating").isNumber()) {
            facts.add("rated " + place.path("rating").asString() + " of 5");
        }
        if (place.path("price_level").isNumber()) {
            facts.add("price level " + place.path("price_level").asInt() + " of 4");
        }
        return String.join(", ", facts);
    }
}
