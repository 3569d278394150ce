package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.maps.world.Polyline;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Trip;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A route of the Routes API. With traffic it takes a fifth longer than its static duration. */
final class RouteJson {
    private static final double JAM = 1.2;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private RouteJson() {}

    static ObjectNode of(List<Trip> legs, boolean traffic) {
        long metres = legs.stream().mapToLong(Trip::metres).sum();
        long seconds =
                legs.stream().mapToLong(leg -> leg.duration().toSeconds()).sum();
        List<Position> points =
                legs.stream().flatMap(leg -> leg.points().stream()).toList();
        ObjectNode route = Json.object();
        ArrayNode parts = route.putArray("legs");
        legs.forEach(leg -> parts.add(leg(leg, traffic)));
        measures(route, metres, seconds, traffic);
        route.set("polyline", polyline(points));
        route.put("description", "Main road");
        route.set("viewport", viewport(points));
        route.putObject("travelAdvisory");
        route.putArray("routeLabels").add("DEFAULT_ROUTE");
        return route;
    }

    private static ObjectNode leg(Trip trip, boolean traffic) {
        ObjectNode leg = Json.object();
        measures(leg, trip.metres(), trip.duration().toSeconds(), traffic);
        leg.set("polyline", polyline(trip.points()));
        leg.set("startLocation", location(trip.from()));
        leg.set("endLocation", location(trip.to()));
        ArrayNode steps = leg.putArray("steps");
        int bends = trip.points().size() - 1;
        for (int i = 0; i < bends; i++) {
            steps.add(step(trip, i, bends));
        }
        return leg;
    }

    private static ObjectNode step(Trip trip, int index, int bends) {
        List<Position> points = trip.points().subList(index, index + 2);
        ObjectNode step = Json.object()
                .put("distanceMeters", trip.metres() / bends)
                .put("staticDuration", trip.duration().toSeconds() / bends + "s");
        step.set("polyline", polyline(points));
        step.set("startLocation", location(points.getFirst()));
        step.set("endLocation", location(points.getLast()));
        step.putObject("navigationInstruction")
                .put("maneuver", index == 0 ? "DEPART" : "STRAIGHT")
                .put("instructions", index == 0 ? "Head towards the main road" : "Continue straight");
        return step.put("travelMode", trip.mode().name());
    }

    private static void measures(ObjectNode node, long metres, long seconds, boolean traffic) {
        long now = traffic ? Math.round(seconds * JAM) : seconds;
        node.put("distanceMeters", metres);
        node.put("duration", now + "s");
        node.put("staticDuration", seconds + "s");
        ObjectNode words = node.putObject("localizedValues");
        words.putObject("distance").put("text", String.format(Locale.ROOT, "%.1f km", metres / 1000.0));
        words.putObject("duration").put("text", words(now));
        words.putObject("staticDuration").put("text", words(seconds));
    }

    private static String words(long seconds) {
        long minutes = Math.max(Math.round((double) seconds / MINUTE), 1);
        return seconds < HOUR ? minutes + " mins" : minutes / MINUTE + " hours " + minutes % MINUTE + " mins";
    }

    private static ObjectNode polyline(List<Position> points) {
        return Json.object().put("encodedPolyline", Polyline.encode(points));
    }

    private static ObjectNode location(Position position) {
        ObjectNode location = Json.object();
        location.set("latLng", PlaceJson.latLng(position));
        return location;
    }

    private static ObjectNode viewport(List<Position> points) {
        var lats = points.stream().mapToDouble(Position::lat).summaryStatistics();
        var lngs = points.stream().mapToDouble(Position::lng).summaryStatistics();
        ObjectNode viewport = Json.object();
        viewport.set("low", PlaceJson.latLng(new Position(lats.getMin(), lngs.getMin())));
        viewport.set("high", PlaceJson.latLng(new Position(lats.getMax(), lngs.getMax())));
        return viewport;
    }
}
