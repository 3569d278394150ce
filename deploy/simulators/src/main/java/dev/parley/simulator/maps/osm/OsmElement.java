package dev.parley.simulator.maps.osm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.maps.world.Category;
import dev.parley.simulator.maps.world.Poi;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** A place as a node with tags. */
final class OsmElement {
    private OsmElement() {}

    static ObjectNode of(Poi poi) {
        ObjectNode node = Json.object()
                .put("type", "node")
                .put("id", poi.osmId())
                .put("lat", poi.position().lat())
                .put("lon", poi.position().lng());
        ObjectNode tags = node.putObject("tags");
        tags(poi).forEach(tags::put);
        return node;
    }

    static ObjectNode count(int nodes) {
        ObjectNode count = Json.object().put("type", "count").put("id", 0);
        String number = Integer.toString(nodes);
        count.putObject("tags")
                .put("nodes", number)
                .put("ways", "0")
                .put("relations", "0")
                .put("total", number);
        return count;
    }

    static Map<String, String> tags(Poi poi) {
        Category category = poi.category();
        return new TreeMap<>(Map.of(
                category.osmKey(),
                category.osmValue(),
                "name",
                poi.name(),
                "addr:street",
                poi.street(),
                "addr:housenumber",
                poi.number(),
                "addr:postcode",
                poi.city().postcodeOf(poi.district()),
                "addr:city",
                poi.city().name(),
                "opening_hours",
                openingHours(poi),
                "phone",
                poi.internationalNumber(),
                "website",
                poi.website()));
    }

    private static String openingHours(Poi poi) {
        Category category = poi.category();
        if (category.alwaysOpen()) {
            return "24/7";
        }
        return "Mo-Su %02d:00-%02d:00; %s off".formatted(category.opens(), category.closes(), day(poi.closed()));
    }

    private static String day(DayOfWeek day) {
        String name = day.name();
        return name.charAt(0) + name.substring(1, 2).toLowerCase(Locale.ROOT);
    }
}
