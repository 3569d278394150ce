package dev.parley.simulator.maps.google;

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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /maps/api/geocode/json}: forward, reverse and by place id. Refuses, as the real one, with 200 and a status. */
public final class GeocodingApi implements Api {
    private static final Pattern LATLNG = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*,\\s*(-?\\d+(?:\\.\\d+)?)\\s*");
    private static final String INVALID = "INVALID_REQUEST";

    private final World world;

    public GeocodingApi(World world) {
        this.world = world;
    }

    @Override
    public Response answer(Request request) {
        Optional<String> key = request.parameter("key");
        if (key.isEmpty()) {
            return problem(
                    200,
                    "REQUEST_DENIED",
                    "You must use an API key to authenticate each request to Google Maps Platform APIs.");
        }
        return ApiKey.isInvalid(key.get())
                ? problem(200, "REQUEST_DENIED", "The provided API key is invalid.")
                : geocode(request);
    }

    @Override
    public Response refuse(Refusal reason) {
        return switch (reason) {
            case DENIED -> problem(200, "REQUEST_DENIED", "This API project is not authorized to use this API.");
            case OVER_QUOTA ->
                problem(200, "OVER_QUERY_LIMIT", "You have exceeded your daily request quota for this API.");
            case TOO_FAST -> problem(429, "OVER_QUERY_LIMIT", "You have exceeded your rate-limit for this API.");
            case SERVER_ERROR -> problem(500, "UNKNOWN_ERROR", "Server error. Please try again.");
            case UNAVAILABLE -> problem(503, "UNKNOWN_ERROR", "The service is unavailable. Please try again.");
        };
    }

    private Response geocode(Request request) {
        Optional<String> latlng = request.parameter("latlng");
        if (latlng.isPresent()) {
            return reverse(latlng.get());
        }
        Optional<String> placeId = request.parameter("place_id");
        if (placeId.isPresent()) {
            return world.byPlaceId(placeId.get())
                    .map(spot -> found(List.of(spot)))
                    .orElseGet(() -> problem(400, INVALID, "Invalid request. Invalid 'place_id' parameter."));
        }
        return forward(request);
    }

    private Response forward(Request request) {
        Optional<String> components = request.parameter("components");
        String address = request.parameter("address")
                .or(() -> components.map(GeocodingApi::values))
                .orElse("");
        if (address.isEmpty()) {
            return problem(
                    400,
                    INVALID,
                    "Invalid request. Missing the 'address', 'components', 'latlng' or 'place_id' parameter.");
        }
        String country = components.map(GeocodingApi::country).orElse("");
        return found(world.gazetteer().find(address).stream()
                .filter(spot -> country.isEmpty() || isIn(spot, country))
                .toList());
    }

    private Response reverse(String latlng) {
        Matcher matcher = LATLNG.matcher(latlng);
        if (!matcher.matches()) {
            return problem(400, INVALID, "Invalid request. Invalid 'latlng' parameter.");
        }
        Position position = new Position(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
        return position.isOnEarth()
                ? found(world.gazetteer().at(position))
                : problem(400, INVALID, "Invalid request. Invalid 'latlng' parameter.");
    }

    private static Response found(List<Spot> spots) {
        ObjectNode body = Json.object();
        var results = body.putArray("results");
        spots.forEach(spot -> results.add(GeocodeJson.of(spot)));
        return Response.json(200, body.put("status", spots.isEmpty() ? "ZERO_RESULTS" : "OK"));
    }

    private static Response problem(int code, String status, String message) {
        ObjectNode body = Json.object().put("error_message", message);
        body.putArray("results");
        return Response.json(code, body.put("status", status));
    }

    /** {@code locality:Berlin|country:DE} names Berlin. */
    private static String values(String components) {
        return components
                .replaceAll("country:[^|]*", "")
                .replaceAll("[a-z_]+:", " ")
                .replace('|', ' ')
                .strip();
    }

    private static String country(String components) {
        Matcher country = Pattern.compile("country:([^|]+)").matcher(components);
        return country.find() ? country.group(1).strip().toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isIn(Spot spot, String country) {
        return spot.city().countryCode().toLowerCase(Locale.ROOT).equals(country)
                || spot.city().country().toLowerCase(Locale.ROOT).equals(country);
    }
}
