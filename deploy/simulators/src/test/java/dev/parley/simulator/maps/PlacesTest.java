package dev.parley.simulator.maps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import dev.parley.simulator.maps.world.Poi;
import dev.parley.simulator.maps.world.Position;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesTest {
    private final MapsSimulator maps = MapsSimulator.start();
    private final HttpCalls calls = new HttpCalls(maps.baseUrl());

    @AfterAll
    void stop() {
        maps.close();
    }

    @Test
    void a_text_search_finds_kinds_of_places_in_an_area_page_by_page() {
        String ask = "{\"textQuery\":\"cafés in Berlin\",\"pageSize\":15%s}";
        JsonNode first = search(ask.formatted(""), "places.displayName,places.primaryType,places.id,nextPageToken");
        String token = first.path("nextPageToken").asString();
        JsonNode second = search(ask.formatted(",\"pageToken\":\"" + token + "\""), "places.id");

        assertThat(first.path("places")).hasSize(15).allSatisfy(place -> {
            assertThat(place.propertyNames()).containsExactlyInAnyOrder("displayName", "primaryType", "id");
            assertThat(place.path("primaryType").asString()).isEqualTo("cafe");
        });
        assertThat(second.path("places"))
                .hasSize(15)
                .noneMatch(place -> place.equals(first.path("places").path(0)));
    }

    @Test
    void a_text_search_keeps_to_its_filters() {
        JsonNode found = search(
                "{\"textQuery\":\"restaurants\",\"minRating\":4.5,\"locationRestriction\":{\"rectangle\":{"
                        + "\"low\":{\"latitude\":48.8,\"longitude\":2.2},\"high\":{\"latitude\":48.92,\"longitude\":2.45}}}}",
                "places.rating,places.location.latitude,places.formattedAddress");

        assertThat(found.path("places")).isNotEmpty().allSatisfy(place -> {
            assertThat(place.path("rating").asDouble()).isGreaterThanOrEqualTo(4.5);
            assertThat(place.path("location").propertyNames()).containsExactly("latitude");
            assertThat(place.path("formattedAddress").asString()).contains("Paris");
        });
        assertThat(search("{\"textQuery\":\"xyzzy\"}", "places.id").isEmpty()).isTrue();
        assertThat(search("{\"textQuery\":\"Kreuzberg\"}", "places.types")
                        .path("places")
                        .path(0)
                        .path("types")
                        .path(1)
                        .asString())
                .isEqualTo("sublocality");
    }

    @Test
    void a_nearby_search_finds_what_is_in_the_circle_nearest_first() {
        Position middle = maps.world().cities().getFirst().position();
        JsonNode found =
                nearby("{\"includedTypes\":[\"coffee_shop\"],\"rankPreference\":\"DISTANCE\",\"maxResultCount\":10,"
                        + circle(middle, 5000) + "}");

        List<Double> distances = StreamSupport.stream(found.path("places").spliterator(), false)
                .map(place -> new Position(
                        place.path("location").path("latitude").asDouble(),
                        place.path("location").path("longitude").asDouble()))
                .map(middle::metresTo)
                .toList();
        assertThat(distances).isNotEmpty().isSorted().allMatch(distance -> distance <= 5000);
        assertThat(nearby("{\"includedTypes\":[\"zoo\"]," + circle(middle, 5000) + "}")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_mask_is_required_and_must_make_sense() {
        String path = "/v1/places:searchText";
        String body = "{\"textQuery\":\"cafe\"}";

        assertThat(calls.post(path, body, "X-Goog-Api-Key", "k").body()).contains("FieldMask is a required parameter");
        assertThat(post(path, body, "places.nonsense").body())
                .contains("Cannot find matching fields for path 'places.nonsense'");
        assertThat(post(path, body, "nonsense").statusCode()).isEqualTo(400);
        assertThat(post(path, body, "*").body()).contains("regularOpeningHours");
    }

    @Test
    void bad_searches_are_refused_in_google_s_words() {
        assertThat(post("/v1/places:searchText", "{}", "places.id").body()).contains("INVALID_ARGUMENT");
        assertThat(post("/v1/places:searchText", "{oops", "places.id").statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/places:searchNearby", "{}", "places.id").body()).contains("locationRestriction");
        assertThat(post(
                                "/v1/places:searchNearby",
                                "{\"includedTypes\":[\"volcano_lair\"]," + circle(new Position(0, 0), 10) + "}",
                                "places.id")
                        .body())
                .contains("Unsupported types: volcano_lair.");
        assertThat(calls.post("/v1/places:searchText", "{}").statusCode()).isEqualTo(403);
        assertThat(calls.post("/v1/places:searchText", "{}", "X-Goog-Api-Key", "invalid")
                        .body())
                .contains("API_KEY_INVALID");
    }

    @Test
    void the_details_of_a_place_are_what_the_search_said() {
        Poi poi = maps.world().pois().getFirst();

        JsonNode place = details(poi.placeId(), "id,displayName.text,rating,regularOpeningHours.weekdayDescriptions");

        assertThat(place.path("displayName").path("text").asString()).isEqualTo(poi.name());
        assertThat(place.path("rating").asDouble()).isEqualTo(poi.rating());
        assertThat(place.path("regularOpeningHours").path("weekdayDescriptions"))
                .hasSize(7);
        assertThat(calls.get("/v1/places/nonsense?fields=id&key=k").statusCode())
                .isEqualTo(400);
        assertThat(calls.get("/v1/places/ChIJold?fields=id&key=k").statusCode()).isEqualTo(404);
    }

    private JsonNode details(String placeId, String mask) {
        return calls.json("/v1/places/" + placeId, "X-Goog-Api-Key", "k", "X-Goog-FieldMask", mask);
    }

    private JsonNode search(String body, String mask) {
        return Json.MAPPER.readTree(post("/v1/places:searchText", body, mask).body());
    }

    private JsonNode nearby(String body) {
        return Json.MAPPER.readTree(
                post("/v1/places:searchNearby", body, "places.location").body());
    }

    private HttpResponse<String> post(String path, String body, String mask) {
        return calls.post(path, body, "X-Goog-Api-Key", "k", "X-Goog-FieldMask", mask);
    }

    private static String circle(Position middle, int radius) {
        return "\"locationRestriction\":{\"circle\":{\"center\":{\"latitude\":%s,\"longitude\":%s},\"radius\":%d}}"
                .formatted(middle.lat(), middle.lng(), radius);
    }
}
