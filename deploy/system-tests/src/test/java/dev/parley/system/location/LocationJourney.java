package dev.parley.system.location;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.identity.Person;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where things are, and what is there, without a key of a provider's, for who is signed in. */
@Journey
class LocationJourney {
    private static final String BASE = "/api/v1/locations";

    private final Visitor anybody;
    private final Visitor visitor;

    LocationJourney(Stack stack) {
        this.anybody = stack.visitor();
        this.visitor = Person.register(anybody).visitor();
    }

    @ParameterizedTest
    @CsvSource({"Berlin, Berlin, DE", "austin%20tx, Austin, US", "M%C3%BCnchen, Munich, DE", "Singapore, Singapore, SG"
    })
    void a_city_is_found_by_its_name(String query, String name, String country) {
        JsonNode best = found("/geocode?q=" + query).path("items").path(0);

        assertThat(best.path("name").asString("")).isEqualTo(name);
        assertThat(best.path("country").asString("")).isEqualTo(country);
        assertThat(best.path("population").asLong()).isPositive();
    }

    @Test
    void a_name_that_nobody_knows_finds_nothing() {
        assertThat(found("/geocode?q=Xyzzyville").path("items")).isEmpty();
    }

    @Test
    void the_city_nearest_to_a_point_is_found() {
        JsonNode answer = found("/reverse?lat=48.86&lng=2.35");

        assertThat(answer.path("location").path("name").asString("")).isEqualTo("Paris");
        assertThat(answer.path("distance_m").asLong(-1)).isBetween(0L, 20_000L);
    }

    @Test
    void places_are_found_around_a_point_and_say_that_they_are_invented() {
        JsonNode answer = found("/places?q=coffee%20bar&lat=52.52&lng=13.405&radius_m=3000&limit=3");

        assertThat(answer.path("items")).hasSizeBetween(1, 3);
        assertThat(answer.path("items")).allSatisfy(place -> {
            assertThat(place.path("distance_m").asInt()).isLessThanOrEqualTo(3_000);
            assertThat(place.path("source").asString("")).isEqualTo("demo");
        });
        assertThat(answer.path("attribution").asString("")).contains("invented");
    }

    @ParameterizedTest
    @CsvSource({
        "/geocode, q",
        "/geocode?q=, q",
        "/geocode?q=Berlin&limit=0, limit",
        "/reverse?lng=2, lat",
        "/reverse?lat=91&lng=0, lat",
        "/reverse?lat=1&lng=east, lng",
        "/places?q=bar&lat=1&lng=181, lng",
        "/places?q=bar&lat=1&lng=1&radius_m=0, radius_m",
    })
    void what_cannot_be_looked_up_is_refused(String path, String field) {
        Truths.invalid(visitor.get(BASE + path), field);
    }

    @Test
    void visitors_ask_the_assistant() {
        Truths.problem(anybody.get(BASE + "/geocode?q=Berlin"), 401, "credentials_required");
        Truths.problem(anybody.nameless().get(BASE + "/geocode?q=Berlin"), 401, "credentials_required");
    }

    private JsonNode found(String path) {
        Reply reply = visitor.get(BASE + path);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }
}
