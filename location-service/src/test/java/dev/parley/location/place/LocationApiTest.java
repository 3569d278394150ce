package dev.parley.location.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.location.LocationServiceTest;
import dev.parley.testing.token.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP interface, over HTTP. */
@LocationServiceTest
class LocationApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;

    LocationApiTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void a_city_is_located() throws Exception {
        JsonNode answer = ok("/geocode?q=" + encoded("münchen"));

        JsonNode munich = answer.path("items").path(0);
        assertThat(munich.path("name").asString()).isEqualTo("Munich");
        assertThat(munich.path("country").asString()).isEqualTo("DE");
        assertThat(munich.path("country_name").asString()).isEqualTo("Germany");
        assertThat(munich.path("lat").asDouble()).isBetween(48.0, 48.3);
        assertThat(munich.path("timezone").asString()).isEqualTo("Europe/Berlin");
        assertThat(answer.path("query").asString()).isEqualTo("münchen");
        assertThat(answer.path("provider").asString()).isEqualTo("gazetteer");
    }

    @Test
    void the_same_question_is_answered_from_the_cache() throws Exception {
        String question = "/geocode?q=" + encoded("Ulaanbaatar") + "&limit=9";

        assertThat(ok(question).path("cached").asBoolean()).isFalse();
        assertThat(ok(question).path("cached").asBoolean()).isTrue();
    }

    @Test
    void an_unknown_city_is_an_empty_list() throws Exception {
        JsonNode items = ok("/geocode?q=Gondolin").path("items");

        assertThat(items.isArray()).isTrue();
        assertThat(items).isEmpty();
    }

    @Test
    void a_limit_is_kept() throws Exception {
        assertThat(ok("/geocode?q=san&limit=2").path("items")).hasSize(2);
    }

    @Test
    void the_city_of_a_point_is_found() throws Exception {
        JsonNode answer = ok("/reverse?lat=30.27&lng=-97.74");

        assertThat(answer.path("location").path("name").asString()).isEqualTo("Austin");
        assertThat(answer.path("distance_m").asInt()).isBetween(100, 1_000);
        assertThat(answer.path("lat").asDouble()).isEqualTo(30.27);
        assertThat(answer.path("provider").asString()).isEqualTo("gazetteer");
    }

    @Test
    void places_are_found_and_labelled_as_invented() throws Exception {
        JsonNode answer = ok("/places?q=" + encoded("café") + "&lat=1.2897&lng=103.8501&radius_m=3000&limit=3");

        assertThat(answer.path("items")).hasSize(3).allSatisfy(place -> {
            assertThat(place.path("category").asString()).isEqualTo("cafe");
            assertThat(place.path("source").asString()).isEqualTo("demo");
            assertThat(place.path("distance_m").asInt()).isBetween(0, 3_000);
            assertThat(place.path("neighbourhood").asString()).isNotBlank();
        });
        assertThat(answer.path("provider").asString()).isEqualTo("demo");
        assertThat(answer.path("attribution").asString()).contains("invented");
        assertThat(answer.path("radius_m").asInt()).isEqualTo(3_000);
    }

    @Test
    void where_there_are_no_places_the_list_is_empty_and_says_where_there_are_some() throws Exception {
        JsonNode answer = ok("/places?q=cafe&lat=64.18&lng=-51.69");

        assertThat(answer.path("items")).isEmpty();
        assertThat(answer.path("attribution").asString()).contains("Singapore");
    }

    @ParameterizedTest
    @CsvSource({
        "/geocode?q=, q",
        "/geocode?q=%20%20, q",
        "/geocode?q=berlin&limit=0, limit",
        "/geocode?q=berlin&limit=101, limit",
        "/geocode?q=berlin&limit=many, limit",
        "/reverse?lat=90.5&lng=0, lat",
        "/reverse?lat=NaN&lng=0, lat",
        "/reverse?lat=north&lng=0, lat",
        "/reverse?lat=0&lng=-180.1, lng",
        "/reverse?lat=0&lng=Infinity, lng",
        "/places?q=cafe&lat=0&lng=0&radius_m=0, radius_m",
        "/places?q=cafe&lat=0&lng=0&radius_m=50001, radius_m",
        "/places?q=cafe&lat=0&lng=0&radius_m=1.5, radius_m",
        "/places?q=cafe&lat=-91&lng=0, lat",
        "/places?q=&lat=0&lng=0, q",
        "/places?q=caf%00e&lat=0&lng=0, q"
    })
    void what_makes_no_sense_is_refused_with_the_name_of_the_field(String path, String field) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = problem(answer);
        assertThat(problem.path("code").asString()).isEqualTo("validation_failed");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(problem.path("errors").path(0).path("message").asString()).isNotBlank();
    }

    @Test
    void a_text_that_is_too_long_is_refused() throws Exception {
        assertThat(get("/geocode?q=" + "x".repeat(200)).statusCode()).isEqualTo(200);
        assertThat(get("/geocode?q=" + "x".repeat(201)).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"/geocode, q", "/reverse?lat=1, lng", "/places?q=cafe&lng=0, lat"})
    void what_is_missing_is_named(String path, String field) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer).toString()).contains(field);
    }

    @Test
    void an_unknown_path_is_a_problem_too() throws Exception {
        HttpResponse<String> answer = get("/teleport");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer).path("code").asString()).isEqualTo("not_found");
    }

    @ParameterizedTest
    @CsvSource({"/geocode?q=berlin", "/reverse?lat=1&lng=1", "/places?q=cafe&lat=1&lng=1", "/geocode"})
    void who_is_not_signed_in_looks_nothing_up(String path) throws Exception {
        HttpResponse<String> visitor = fetch("/api/v1/locations" + path, "X-Session-Id", "a visitor of sixteen");
        HttpResponse<String> forger = fetch("/api/v1/locations" + path, "Authorization", "Bearer nonsense");

        assertThat(visitor.statusCode()).isEqualTo(401);
        assertThat(problem(visitor).path("code").asString()).isEqualTo("credentials_required");
        assertThat(forger.statusCode()).isEqualTo(401);
        assertThat(problem(forger).path("code").asString()).isEqualTo("invalid_token");
    }

    @Test
    void the_interface_describes_itself() throws Exception {
        HttpResponse<String> answer = fetch("/v3/api-docs");

        JsonNode paths = JSON.readTree(answer.body()).path("paths");
        assertThat(paths.propertyNames())
                .contains("/api/v1/locations/geocode", "/api/v1/locations/reverse", "/api/v1/locations/places");
        JsonNode parameters = paths.path("/api/v1/locations/places").path("get").path("parameters");
        assertThat(parameters.findValuesAsString("name")).contains("q", "lat", "lng", "radius_m", "limit");
    }

    private JsonNode ok(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return fetch("/api/v1/locations" + path);
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return fetch(path, "Authorization", "Bearer " + TestTokens.withSecret(LocationServiceTest.SECRET));
    }

    private HttpResponse<String> fetch(String path, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(header, value)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
