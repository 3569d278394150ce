package dev.parley.simulator.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenStreetMapTest {
    private final MapsSimulator maps = MapsSimulator.start();
    private final HttpCalls calls = new HttpCalls(maps.baseUrl());

    @AfterAll
    void stop() {
        maps.close();
    }

    @Test
    void nominatim_finds_a_district() {
        JsonNode found = calls.json("/search?format=jsonv2&addressdetails=1&q=" + encoded("Kreuzberg, Berlin"));

        JsonNode first = found.path(0);
        assertThat(found).hasSize(1);
        assertThat(first.path("lat").asString()).isEqualTo("52.4986000");
        assertThat(first.path("addresstype").asString()).isEqualTo("suburb");
        assertThat(first.path("display_name").asString()).isEqualTo("Kreuzberg, Berlin, 10102, Germany");
        assertThat(first.path("address").path("country_code").asString()).isEqualTo("de");
        assertThat(first.path("boundingbox")).hasSize(4);
        assertThat(calls.json("/search?city=Paris&country=France")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Paris");
        assertThat(calls.json("/search?q=Soho&countrycodes=gb")).hasSize(1);
        assertThat(calls.json("/search?q=Atlantis")).isEmpty();
    }

    @Test
    void nominatim_tells_what_lies_at_a_position() {
        assertThat(calls.json("/reverse?lat=1.3048&lon=103.8318")
                        .path("address")
                        .path("road")
                        .asString())
                .isEqualTo("Orchard Road");
        assertThat(calls.json("/reverse?lat=1.3048&lon=103.8318&zoom=10")
                        .path("name")
                        .asString())
                .isEqualTo("Singapore");
        assertThat(calls.json("/reverse?lat=0&lon=-40").path("error").asString())
                .isEqualTo("Unable to geocode");
        assertThat(calls.get("/reverse?lat=0").statusCode()).isEqualTo(400);
        assertThat(calls.get("/search").statusCode()).isEqualTo(400);
    }

    @Test
    void overpass_selects_by_tags_around_a_point_and_in_a_box() {
        JsonNode around = overpass("[out:json];(node[\"amenity\"=\"cafe\"](around:3000,52.52,13.405);"
                + "nwr[amenity~\"^(bar|restaurant)$\"](around:3000,52.52,13.405););out center;");
        JsonNode box = overpass("[out:json][bbox:52.3,13.0,52.7,13.8];node[\"shop\"][\"name\"~\"bakery\",i];out 5;");
        JsonNode count = overpass("[out:json];node[amenity=cafe](52.3,13.0,52.7,13.8);out count;");

        assertThat(around.path("elements")).isNotEmpty().allSatisfy(element -> {
            assertThat(element.path("type").asString()).isEqualTo("node");
            assertThat(element.path("tags").path("amenity").asString()).isIn("cafe", "bar", "restaurant");
        });
        assertThat(box.path("elements"))
                .hasSize(5)
                .allSatisfy(element ->
                        assertThat(element.path("tags").path("name").asString()).contains("Bakery"));
        assertThat(count.path("elements").path(0).path("tags").path("nodes").asString())
                .isEqualTo("40");
        assertThat(around.path("osm3s").path("copyright").asString()).contains("ODbL");
    }

    @Test
    void overpass_refuses_what_it_does_not_understand() {
        assertThat(interpret("[out:json];node[amenity=cafe](around:1,2);out;").statusCode())
                .isEqualTo(400);
        assertThat(interpret("node[amenity=cafe];out;").statusCode()).isEqualTo(400);
        assertThat(interpret("[out:json];area[name=Berlin];node(area);out;").statusCode())
                .isEqualTo(400);
        assertThat(interpret("[out:json];node[amenity=cafe];").statusCode()).isEqualTo(400);
    }

    @Test
    void osrm_drives_and_says_where_it_cannot() {
        JsonNode route = calls.json("/route/v1/driving/13.405,52.52;13.403,52.4986?overview=full&geometries=geojson");

        JsonNode first = route.path("routes").path(0);
        assertThat(route.path("code").asString()).isEqualTo("Ok");
        assertThat(first.path("distance").asDouble()).isBetween(2400.0, 4000.0);
        assertThat(first.path("geometry").path("type").asString()).isEqualTo("LineString");
        assertThat(route.path("waypoints")).hasSize(2);
        assertThat(calls.json("/route/v1/foot/13.405,52.52;13.403,52.4986?overview=false")
                        .path("routes")
                        .path(0)
                        .path("duration")
                        .asDouble())
                .isGreaterThan(first.path("duration").asDouble());
        assertThat(calls.json("/route/v1/driving/13.405,52.52;-97.74,30.26")
                        .path("code")
                        .asString())
                .isEqualTo("NoRoute");
        assertThat(calls.json("/route/v1/driving/nonsense").path("code").asString())
                .isEqualTo("InvalidQuery");
        assertThat(calls.json("/route/v1/driving/200,0;1,1").path("code").asString())
                .isEqualTo("InvalidValue");
    }

    private JsonNode overpass(String query) {
        return Json.MAPPER.readTree(interpret(query).body());
    }

    private HttpResponse<String> interpret(String query) {
        return calls.post("/api/interpreter", "data=" + encoded(query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
