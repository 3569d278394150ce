package dev.parley.simulator.maps.osm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Api;
import dev.parley.simulator.maps.api.Refusal;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Spot;
import dev.parley.simulator.maps.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;

/** {@code GET /search} and {@code /reverse} in the format jsonv2. */
public final class NominatimApi implements Api {
    private static final int USUAL_LIMIT = 10;
    private static final int HIGHEST_LIMIT = 40;

    private final World world;

    public NominatimApi(World world) {
        this.world = world;
    }

    @Override
    public Response answer(Request request) {
        if (request.header("user-agent").isEmpty()) {
            return refuse(Refusal.DENIED);
        }
        try {
            return request.path().equals("/search") ? search(request) : reverse(request);
        } catch (BadParameter wrong) {
            return wrong.response();
        }
    }

    @Override
    public Response refuse(Refusal reason) {
        return switch (reason) {
            case DENIED -> Response.html(403, "<html><title>Access blocked</title><h1>Access blocked</h1></html>");
            case OVER_QUOTA, TOO_FAST ->
                Response.html(429, "<html><title>Too Many Requests</title><h1>Bandwidth limit exceeded</h1></html>");
            case SERVER_ERROR -> Response.html(500, "<html><h1>Internal Server Error</h1></html>");
            case UNAVAILABLE -> Response.html(503, "<html><h1>Service Unavailable</h1></html>");
        };
    }

    private Response search(Request request) {
        String text = request.parameter("q").orElseGet(() -> structured(request));
        if (text.isEmpty()) {
            throw new BadParameter("Nothing to search for.");
        }
        Set<String> countries = countries(request);
        boolean details = request.parameter("addressdetails").orElse("0").equals("1");
        ArrayNode results = Json.array();
        world.gazetteer().find(text).stream()
                .filter(spot -> countries.isEmpty() || countries.contains(countryCode(spot)))
                .limit(limit(request))
                .forEach(spot -> results.add(NominatimJson.of(spot, details)));
        return Response.json(200, results);
    }

    private Response reverse(Request request) {
        Position position = new Position(degrees(request, "lat"), degrees(request, "lon"));
        if (!position.isOnEarth()) {
            throw new BadParameter("Bad coordinates.");
        }
        Spot.Kind wanted = kindAt(number(request, "zoom", 18));
        boolean details = request.parameter("addressdetails").orElse("1").equals("1");
        List<Spot> there = world.gazetteer().at(position);
        return there.stream()
                .filter(spot -> spot.is(wanted))
                .findFirst()
                .map(spot -> Response.json(200, NominatimJson.of(spot, details)))
                .orElseGet(() -> Response.json(200, Json.object().put("error", "Unable to geocode")));
    }

    private static Spot.Kind kindAt(int zoom) {
        if (zoom < 8) {
            return Spot.Kind.COUNTRY;
        }
        if (zoom < 13) {
            return Spot.Kind.CITY;
        }
        return zoom < 16 ? Spot.Kind.DISTRICT : Spot.Kind.ADDRESS;
    }

    private static String structured(Request request) {
        return Stream.of("amenity", "street", "city", "state", "country", "postalcode")
                .flatMap(name -> request.parameter(name).stream())
                .collect(Collectors.joining(", "));
    }

    private static Set<String> countries(Request request) {
        String codes = request.parameter("countrycodes").orElse("").toLowerCase(Locale.ROOT);
        return codes.isEmpty() ? Set.of() : Set.of(codes.split(","));
    }

    private static String countryCode(Spot spot) {
        return spot.city().countryCode().toLowerCase(Locale.ROOT);
    }

    private static int limit(Request request) {
        return Math.clamp(number(request, "limit", USUAL_LIMIT), 1, HIGHEST_LIMIT);
    }

    private static int number(Request request, String name, int otherwise) {
        return (int) degrees(request.parameter(name).orElse(Integer.toString(otherwise)), name);
    }

    private static double degrees(Request request, String name) {
        return degrees(
                request.parameter(name).orElseThrow(() -> new BadParameter("Parameter '" + name + "' missing.")), name);
    }

    private static double degrees(String text, String name) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new BadParameter("Parameter '" + name + "' must be a number.");
        }
    }

    /** What the real one answers with 400. */
    private static final class BadParameter extends RuntimeException {
        BadParameter(String message) {
            super(message);
        }

        Response response() {
            var body = Json.object();
            body.putObject("error").put("code", 400).put("message", getMessage());
            return Response.json(400, body);
        }
    }
}
