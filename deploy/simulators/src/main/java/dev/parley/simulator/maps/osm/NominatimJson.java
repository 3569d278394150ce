package dev.parley.simulator.maps.osm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.maps.world.City;
import dev.parley.simulator.maps.world.District;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Spot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One result of Nominatim. Coordinates are strings there. */
final class NominatimJson {
    private static final String LICENCE = "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright";

    private NominatimJson() {}

    static ObjectNode of(Spot spot, boolean withAddress) {
        Rank rank = Rank.of(spot);
        SequencedMap<String, String> address = address(spot);
        ObjectNode result = Json.object()
                .put("place_id", spot.osmId() % Integer.MAX_VALUE)
                .put("licence", LICENCE)
                .put("osm_type", rank.osmType())
                .put("osm_id", spot.osmId())
                .put("lat", degrees(spot.position().lat()))
                .put("lon", degrees(spot.position().lng()))
                .put("category", rank.category())
                .put("type", rank.type())
                .put("place_rank", rank.rank())
                .put("importance", rank.importance())
                .put("addresstype", rank.addressType())
                .put("name", spot.is(Spot.Kind.ADDRESS) ? "" : spot.name())
                .put("display_name", displayName(address));
        if (withAddress) {
            ObjectNode parts = result.putObject("address");
            address.forEach(parts::put);
        }
        boundingBox(result.putArray("boundingbox"), spot);
        return result;
    }

    private static SequencedMap<String, String> address(Spot spot) {
        City city = spot.city();
        SequencedMap<String, String> parts = new LinkedHashMap<>();
        spot.asPlace().ifPresent(poi -> parts.put(poi.category().osmKey(), poi.name()));
        if (!spot.number().isEmpty()) {
            parts.put("house_number", spot.number());
        }
        if (!spot.street().isEmpty()) {
            parts.put("road", spot.street());
        }
        spot.inDistrict().map(District::name).ifPresent(name -> parts.put("suburb", name));
        if (!spot.is(Spot.Kind.COUNTRY)) {
            parts.put("city", city.name());
            parts.put("state", city.region());
            parts.put("ISO3166-2-lvl4", city.countryCode() + "-" + city.regionCode());
        }
        spot.inDistrict().map(city::postcodeOf).ifPresent(code -> parts.put("postcode", code));
        parts.put("country", city.country());
        parts.put("country_code", city.countryCode().toLowerCase(Locale.ROOT));
        return parts;
    }

    private static String displayName(SequencedMap<String, String> address) {
        SequencedMap<String, String> shown = new LinkedHashMap<>(address);
        shown.remove("ISO3166-2-lvl4");
        shown.remove("country_code");
        return String.join(", ", new LinkedHashSet<>(shown.values()));
    }

    private static void boundingBox(ArrayNode box, Spot spot) {
        Position low = spot.position().southWest(spot.radius());
        Position high = spot.position().northEast(spot.radius());
        box.add(degrees(low.lat()))
                .add(degrees(high.lat()))
                .add(degrees(low.lng()))
                .add(degrees(high.lng()));
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.7f", value);
    }
}
