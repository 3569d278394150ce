package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Spot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One result of the Geocoding API. */
final class GeocodeJson {
    private GeocodeJson() {}

    static ObjectNode of(Spot spot) {
        Components components = Components.of(spot);
        ObjectNode result = Json.object();
        ArrayNode parts = result.putArray("address_components");
        for (Components.Part part : components.parts()) {
            ObjectNode json = parts.addObject().put("long_name", part.name()).put("short_name", part.shortName());
            part.types().forEach(json.putArray("types")::add);
        }
        result.put("formatted_address", components.line());
        result.set("geometry", geometry(spot));
        if (spot.partial()) {
            result.put("partial_match", true);
        }
        result.put("place_id", spot.placeId());
        Types.of(spot).forEach(result.putArray("types")::add);
        return result;
    }

    private static ObjectNode geometry(Spot spot) {
        ObjectNode geometry = Json.object();
        if (spot.kind().compareTo(Spot.Kind.STREET) <= 0) {
            geometry.set("bounds", box(spot));
        }
        geometry.set("location", latLng(spot.position()));
        geometry.put("location_type", precision(spot));
        geometry.set("viewport", box(spot));
        return geometry;
    }

    private static String precision(Spot spot) {
        return switch (spot.kind()) {
            case COUNTRY, CITY, DISTRICT -> "APPROXIMATE";
            case STREET -> "GEOMETRIC_CENTER";
            case ADDRESS, PLACE -> "ROOFTOP";
        };
    }

    private static ObjectNode box(Spot spot) {
        ObjectNode box = Json.object();
        box.set("northeast", latLng(spot.position().northEast(spot.radius())));
        box.set("southwest", latLng(spot.position().southWest(spot.radius())));
        return box;
    }

    private static ObjectNode latLng(Position position) {
        return Json.object().put("lat", position.lat()).put("lng", position.lng());
    }
}
