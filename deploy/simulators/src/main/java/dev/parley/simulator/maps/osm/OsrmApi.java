package dev.parley.simulator.maps.osm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Api;
import dev.parley.simulator.maps.api.Refusal;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Trip;
import dev.parley.simulator.maps.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /route/v1/{profile}/{lon},{lat};{lon},{lat}}. */
public final class OsrmApi implements Api {
    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final String POINT = NUMBER + "," + NUMBER;
    private static final Pattern PATH =
            Pattern.compile("/route/v1/(\\w+)/(" + POINT + "(?:;" + POINT + ")+)(?:\\.json)?");

    private final World world;

    public OsrmApi(World world) {
        this.world = world;
    }

    @Override
    public Response answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return problem(400, "InvalidQuery", "Query string malformed close to position 0");
        }
        List<Position> points = points(path.group(2));
        if (!points.stream().allMatch(Position::isOnEarth)) {
            return problem(400, "InvalidValue", "Invalid coordinate value.");
        }
        return route(points, mode(path.group(1)), request);
    }

    @Override
    public Response refuse(Refusal reason) {
        return switch (reason) {
            case DENIED -> problem(403, "Forbidden", "Forbidden");
            case OVER_QUOTA, TOO_FAST -> problem(429, "TooManyRequests", "Too Many Requests");
            case SERVER_ERROR -> problem(500, "InternalError", "Internal Error");
            case UNAVAILABLE -> problem(503, "Unavailable", "Service Unavailable");
        };
    }

    private Response route(List<Position> points, Trip.Mode mode, Request request) {
        List<Trip> legs = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Optional<Trip> leg = Trip.between(world, points.get(i - 1), points.get(i), mode);
            if (leg.isEmpty()) {
                return problem(400, "NoRoute", "Impossible route between points");
            }
            legs.add(leg.get());
        }
        ObjectNode body = Json.object().put("code", "Ok");
        body.putArray("routes").add(new OsrmJson(request).route(legs));
        var waypoints = body.putArray("waypoints");
        points.forEach(point -> waypoints.add(OsrmJson.waypoint(point)));
        return Response.json(200, body);
    }

    private static List<Position> points(String text) {
        List<Position> points = new ArrayList<>();
        for (String point : text.split(";", -1)) {
            String[] parts = point.split(",", -1);
            points.add(new Position(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])));
        }
        return points;
    }

    private static Trip.Mode mode(String profile) {
        return switch (profile) {
            case "foot", "walking" -> Trip.Mode.WALK;
            case "bike", "cycling" -> Trip.Mode.BICYCLE;
            default -> Trip.Mode.DRIVE;
        };
    }

    private static Response problem(int status, String code, String message) {
        return Response.json(status, Json.object().put("code", code).put("message", message));
    }
}
