package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Api;
import dev.parley.simulator.maps.api.Refusal;
import dev.parley.simulator.maps.world.Position;
import dev.parley.simulator.maps.world.Spot;
import dev.parley.simulator.maps.world.Trip;
import dev.parley.simulator.maps.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /directions/v2:computeRoutes}: one route through the given points; an empty answer where there is none. */
public final class RoutesApi implements Api {
    private static final Set<String> FIELDS = Set.of("routes", "fallbackInfo", "geocodingResults");
    private static final Set<String> ROUTE_FIELDS = Set.of(
            ("description distanceMeters duration legs localizedValues optimizedIntermediateWaypointIndex polyline"
                            + " polylineDetails routeLabels routeToken staticDuration travelAdvisory viewport warnings")
                    .split("\\s+"));

    private final World world;

    public RoutesApi(World world) {
        this.world = world;
    }

    @Override
    public Response answer(Request request) {
        try {
            ApiKey.require(request);
            FieldMask mask = FieldMask.of(request, "routes.duration,routes.distanceMeters");
            mask.require("", FIELDS);
            mask.require("routes", ROUTE_FIELDS);
            return Response.json(200, mask.applyTo(routes(Json.MAPPER.readTree(request.body()))));
        } catch (JacksonException notJson) {
            return GoogleError.invalid("Invalid JSON payload received. Unexpected token.")
                    .response();
        } catch (GoogleError refused) {
            return refused.response();
        }
    }

    @Override
    public Response refuse(Refusal reason) {
        return GoogleError.of(reason).response();
    }

    private JsonNode routes(JsonNode body) {
        List<Position> points = points(body);
        Trip.Mode mode = mode(body);
        boolean traffic =
                !body.path("routingPreference").asString("TRAFFIC_UNAWARE").equals("TRAFFIC_UNAWARE");
        if (traffic && mode != Trip.Mode.DRIVE && mode != Trip.Mode.TWO_WHEELER) {
            throw GoogleError.invalid("Routing preference cannot be set for this travel mode.");
        }
        List<Trip> legs = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Optional<Trip> leg = Trip.between(world, points.get(i - 1), points.get(i), mode);
            if (leg.isEmpty()) {
                return Json.object();
            }
            legs.add(leg.get());
        }
        ObjectNode answer = Json.object();
        answer.putArray("routes").add(RouteJson.of(legs, traffic));
        return answer;
    }

    private List<Position> points(JsonNode body) {
        List<Position> points = new ArrayList<>();
        points.add(waypoint("origin", body.path("origin")));
        body.path("intermediates").forEach(each -> points.add(waypoint("intermediates", each)));
        points.add(waypoint("destination", body.path("destination")));
        return points;
    }

    private Position waypoint(String name, JsonNode json) {
        JsonNode latLng = json.path("location").path("latLng");
        if (!latLng.isEmpty()) {
            return Region.position(latLng);
        }
        if (json.has("placeId")) {
            return world.byPlaceId(json.path("placeId").asString(""))
                    .map(Spot::position)
                    .orElseThrow(() -> GoogleError.invalid("Invalid place ID in " + name + "."));
        }
        if (json.has("address")) {
            return world.gazetteer().find(json.path("address").asString("")).stream()
                    .findFirst()
                    .map(Spot::position)
                    .orElseThrow(() -> GoogleError.notFound("The address of " + name + " could not be geocoded."));
        }
        throw GoogleError.invalid("Waypoint " + name + " must be set.");
    }

    private static Trip.Mode mode(JsonNode body) {
        String mode = body.path("travelMode").asString("DRIVE");
        try {
            return Trip.Mode.valueOf(mode);
        } catch (IllegalArgumentException unknown) {
            throw GoogleError.invalid("Invalid value at 'travel_mode' (type.googleapis.com/google.maps.routing.v2"
                    + ".RouteTravelMode), \"" + mode + "\"");
        }
    }
}
