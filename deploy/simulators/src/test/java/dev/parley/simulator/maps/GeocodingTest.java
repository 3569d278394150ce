package dev.parley.simulator.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.maps.world.Poi;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeocodingTest {
    private final MapsSimulator maps = MapsSimulator.start();
    private final HttpCalls calls = new HttpCalls(maps.baseUrl());

    @AfterAll
    void stop() {
        maps.close();
    }

    @Test
    void a_city_is_found_by_name() {
        JsonNode found = geocode("address", "Berlin");

        JsonNode result = found.path("results").path(0);
        assertThat(found.path("status").asString()).isEqualTo("OK");
        assertThat(result.path("formatted_address").asString()).isEqualTo("Berlin, Germany");
        assertThat(result.path("geometry").path("location").path("lat").asDouble())
                .isEqualTo(52.52);
        assertThat(result.path("geometry").path("location_type").asString()).isEqualTo("APPROXIMATE");
        assertThat(strings(result.path("types"))).containsExactly("locality", "political");
        assertThat(result.path("address_components").path(1).path("short_name").asString())
                .isEqualTo("BE");
        assertThat(result.path("partial_match").asBoolean(false)).isFalse();
    }

    @Test
    void every_address_that_is_given_out_is_found_again_exactly() {
        List<String> some = maps.world().pois().stream()
                .filter(poi -> poi.ratings() % 25 == 0)
                .map(Poi::placeId)
                .toList();

        assertThat(some).hasSizeGreaterThan(20).allSatisfy(id -> {
            JsonNode place = details(id, "formattedAddress");
            JsonNode result = geocode("address", place.path("formattedAddress").asString())
                    .path("results")
                    .path(0);
            assertThat(result.path("formatted_address")).isEqualTo(place.path("formattedAddress"));
            assertThat(result.path("partial_match").asBoolean(false)).isFalse();
            assertThat(strings(result.path("types"))).containsExactly("street_address");
        });
    }

    @Test
    void a_name_that_two_cities_share_gives_both_and_with_the_city_one() {
        assertThat(geocode("address", "Soho").path("results")).hasSize(2);
        assertThat(geocode("address", "Soho, London").path("results")).hasSize(1);
        assertThat(calls.json("/maps/api/geocode/json?key=k&address=Soho&components=country:US")
                        .path("results"))
                .hasSize(1);
    }

    @Test
    void what_is_only_partly_understood_says_so_and_what_is_not_is_zero_results() {
        assertThat(geocode("address", "Nowhere Plaza, Paris")
                        .path("results")
                        .path(0)
                        .path("partial_match")
                        .asBoolean())
                .isTrue();
        assertThat(geocode("address", "Atlantis").path("status").asString()).isEqualTo("ZERO_RESULTS");
    }

    @Test
    void a_position_has_an_address_and_all_that_lies_around_it() {
        JsonNode results = geocode("latlng", "48.8867,2.3431").path("results");

        assertThat(results).hasSize(4);
        assertThat(results.path(0).path("formatted_address").asString()).endsWith("75002 Paris, France");
        assertThat(results.path(3).path("types").path(0).asString()).isEqualTo("country");
        assertThat(geocode("latlng", "0,-40").path("status").asString()).isEqualTo("ZERO_RESULTS");
        assertThat(geocode("latlng", "100,0").path("status").asString()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void geocoding_without_a_key_or_a_question_is_refused() {
        HttpResponse<String> noKey = calls.get("/maps/api/geocode/json?address=Berlin");
        HttpResponse<String> nothing = calls.get("/maps/api/geocode/json?key=k");

        assertThat(noKey.statusCode()).isEqualTo(200);
        assertThat(noKey.body()).contains("REQUEST_DENIED").contains("error_message");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.body()).contains("INVALID_REQUEST");
    }

    private JsonNode geocode(String parameter, String value) {
        return calls.json(
                "/maps/api/geocode/json?key=k&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private JsonNode details(String placeId, String mask) {
        return calls.json("/v1/places/" + placeId, "X-Goog-Api-Key", "k", "X-Goog-FieldMask", mask);
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
