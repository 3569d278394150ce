package dev.parley.simulator.maps.osm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Api;
import dev.parley.simulator.maps.api.Refusal;
import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.World;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /api/interpreter}: the part of Overpass QL that selects nodes by tags within a circle or a box. */
public final class OverpassApi implements Api {
    private final World world;
    private final Clock clock;

    public OverpassApi(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    @Override
    public Response answer(Request request) {
        String query = request.parameter("data").orElseGet(() -> query(request));
        try {
            OverpassQuery parsed = OverpassQuery.of(query);
            List<Poi> found = world.pois().stream()
                    .filter(parsed::selects)
                    .limit(parsed.limit())
                    .toList();
            return Response.json(200, answer(found, parsed));
        } catch (IllegalArgumentException wrong) {
            return error(400, String.valueOf(wrong.getMessage()));
        }
    }

    @Override
    public Response refuse(Refusal reason) {
        return switch (reason) {
            case DENIED -> error(403, "Access forbidden.");
            case OVER_QUOTA, TOO_FAST ->
                error(
                        429,
                        "runtime error: open64: 0 Success /osm3s_osm_base Dispatcher_Client::request_read_and_idx::rate_limited."
                                + " Please check /api/status for the quota of your IP address.");
            case SERVER_ERROR -> error(500, "Internal Server Error");
            case UNAVAILABLE ->
                error(
                        504,
                        "runtime error: open64: 0 Success /osm3s_osm_base Dispatcher_Client::request_read_and_idx::timeout."
                                + " The server is probably too busy to handle your request.");
        };
    }

    private static String query(Request request) {
        return request.body().startsWith("data=") ? request.form().getOrDefault("data", "") : request.body();
    }

    private ObjectNode answer(List<Poi> found, OverpassQuery query) {
        ObjectNode body = Json.object().put("version", 0.6).put("generator", "Overpass API 0.7.62 (simulator)");
        body.putObject("osm3s")
                .put(
                        "timestamp_osm_base",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put(
                        "copyright",
                        "The data included in this document is from www.openstreetmap.org. The data is made available under ODbL.");
        var elements = body.putArray("elements");
        if (query.countOnly()) {
            elements.add(OsmElement.count(found.size()));
        } else {
            found.forEach(poi -> elements.add(OsmElement.of(poi)));
        }
        return body;
    }

    private static Response error(int status, String message) {
        return Response.html(
                status,
                "<html><head><title>OSM3S Response</title></head><body><p><strong style=\"color:#FF0000\">Error</strong>: "
                        + message + " </p></body></html>");
    }
}
