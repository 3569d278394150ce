package dev.parley.simulator.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private final MapsSimulator maps = MapsSimulator.start();
    private final HttpCalls calls = new HttpCalls(maps.baseUrl());

    @AfterAll
    void stop() {
        maps.close();
    }

    @Test
    void a_route_leads_over_land_and_takes_longer_on_foot_and_in_traffic() {
        String ask = "{\"origin\":{\"address\":\"Mitte, Berlin\"},\"destination\":{\"location\":{\"latLng\":"
                + "{\"latitude\":52.4986,\"longitude\":13.403}}},\"travelMode\":\"%s\",\"routingPreference\":\"%s\"}";

        JsonNode drive = route(ask.formatted("DRIVE", "TRAFFIC_UNAWARE"));
        JsonNode jam = route(ask.formatted("DRIVE", "TRAFFIC_AWARE"));
        JsonNode walk = route(ask.formatted("WALK", "TRAFFIC_UNAWARE"));

        assertThat(drive.path("distanceMeters").asInt()).isBetween(2400, 4000);
        assertThat(drive.path("polyline").path("encodedPolyline").asString()).isNotEmpty();
        assertThat(seconds(jam)).isGreaterThan(seconds(drive));
        assertThat(seconds(walk)).isGreaterThan(seconds(jam));
        assertThat(post("/directions/v2:computeRoutes", ask.formatted("WALK", "TRAFFIC_AWARE"), "routes.duration")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void there_is_no_road_across_the_sea_nor_to_a_place_that_is_not_there() {
        String ask = "{\"origin\":{\"address\":\"Berlin\"},\"destination\":{\"address\":\"%s\"}}";

        assertThat(post("/directions/v2:computeRoutes", ask.formatted("Austin"), "routes.duration")
                        .body())
                .isEqualTo("{}");
        assertThat(post("/directions/v2:computeRoutes", ask.formatted("Atlantis"), "routes.duration")
                        .statusCode())
                .isEqualTo(404);
    }

    private JsonNode route(String body) {
        return Json.MAPPER
                .readTree(post("/directions/v2:computeRoutes", body, "routes").body())
                .path("routes")
                .path(0);
    }

    private HttpResponse<String> post(String path, String body, String mask) {
        return calls.post(path, body, "X-Goog-Api-Key", "k", "X-Goog-FieldMask", mask);
    }

    private static int seconds(JsonNode route) {
        return Integer.parseInt(route.path("duration").asString().replace("s", ""));
    }
}
