package dev.parley.simulator.maps.osm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.maps.world.Polyline;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Trip;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** OSRM's routes, in the geometry that the request wants. */
final class OsrmJson {
    private final boolean overview;
    private final boolean geoJson;

    OsrmJson(Request request) {
        overview = !request.parameter("overview").orElse("simplified").equals("false");
        geoJson = request.parameter("geometries").orElse("polyline").equals("geojson");
    }

    ObjectNode route(List<Trip> legs) {
        long metres = legs.stream().mapToLong(Trip::metres).sum();
        long seconds =
                legs.stream().mapToLong(leg -> leg.duration().toSeconds()).sum();
        ObjectNode route = Json.object();
        if (overview) {
            route.set(
                    "geometry",
                    geometry(legs.stream().flatMap(leg -> leg.points().stream()).toList()));
        }
        ArrayNode parts = route.putArray("legs");
        legs.forEach(leg -> parts.add(leg(leg)));
        return measured(route.put("weight_name", "routability"), metres, seconds);
    }

    static ObjectNode waypoint(Position position) {
        ObjectNode waypoint = Json.object().put("hint", "").put("distance", 0.0).put("name", "");
        waypoint.putArray("location").add(position.lng()).add(position.lat());
        return waypoint;
    }

    private static ObjectNode leg(Trip trip) {
        ObjectNode leg = Json.object();
        leg.putArray("steps");
        return measured(leg.put("summary", ""), trip.metres(), trip.duration().toSeconds());
    }

    private static ObjectNode measured(ObjectNode node, long metres, long seconds) {
        return node.put("weight", (double) seconds)
                .put("duration", (double) seconds)
                .put("distance", (double) metres);
    }

    private JsonNode geometry(List<Position> points) {
        if (!geoJson) {
            return StringNode.valueOf(Polyline.encode(points));
        }
        ObjectNode line = Json.object();
        ArrayNode coordinates = line.putArray("coordinates");
        points.forEach(point -> coordinates.addArray().add(point.lng()).add(point.lat()));
        return line.put("type", "LineString");
    }
}
