package dev.parley.simulator.maps.google;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Api;
import dev.parley.simulator.maps.api.Refusal;
import dev.parley.simulator.maps.world.Spot;
import dev.parley.simulator.maps.world.World;
import java.time.Clock;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Places API (New): text search, nearby search and details, each with a required field mask. */
public final class PlacesApi implements Api {
    private static final String DETAILS = "/v1/places/";
    private static final Set<String> SEARCH_FIELDS =
            Set.of("places", "nextPageToken", "searchUri", "routingSummaries", "contextualContents");

    private final World world;
    private final Clock clock;

    public PlacesApi(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        try {
            ApiKey.require(request);
            return Response.json(200, route(request));
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

    private JsonNode route(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /v1/places:searchText" -> search(request, false);
            case "POST /v1/places:searchNearby" -> search(request, true);
            default -> details(request);
        };
    }

    private JsonNode search(Request request, boolean nearby) {
        FieldMask mask = FieldMask.of(request, "places.displayName,places.id");
        mask.require("", SEARCH_FIELDS);
        mask.require("places", PlaceJson.FIELDS);
        JsonNode body = Json.MAPPER.readTree(request.body().isBlank() ? "{}" : request.body());
        Page page = nearby ? new NearbySearch(world, body).run() : new TextSearch(world, body, clock.instant()).run();
        ObjectNode answer = Json.object();
        if (!page.items().isEmpty()) {
            var places = answer.putArray("places");
            page.items().forEach(spot -> places.add(PlaceJson.of(spot, clock.instant())));
        }
        page.nextToken().ifPresent(token -> answer.put("nextPageToken", token));
        return mask.applyTo(answer);
    }

    private JsonNode details(Request request) {
        if (!request.method().equals("GET") || !request.path().startsWith(DETAILS)) {
            throw GoogleError.notFound("Requested entity was not found.");
        }
        FieldMask mask = FieldMask.of(request, "displayName,id");
        mask.require("", PlaceJson.FIELDS);
        String id = request.path().substring(DETAILS.length());
        Spot spot = world.byPlaceId(id).orElseThrow(() -> unknown(id));
        return mask.applyTo(PlaceJson.of(spot, clock.instant()));
    }

    private static GoogleError unknown(String id) {
        return id.startsWith("ChIJ")
                ? GoogleError.notFound("The Place ID is no longer valid. Please refresh cached Place IDs as per"
                        + " https://developers.google.com/maps/documentation/places/web-service/place-id#refresh-id")
                : GoogleError.invalid("Not a valid Place ID: " + id);
    }
}
