package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ProblemsTest {
    private final Calls calls;

    ProblemsTest(Calls calls) {
        this.calls = calls;
    }

    @Test
    void a_problem_has_all_its_members() {
        var reply = calls.get("/fail/problem?secret=1");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        var problem = reply.json();
        assertThat(problem.path("type").asString()).isEqualTo("urn:parley:problem:turn_in_progress");
        assertThat(problem.path("title").asString()).isEqualTo("Another turn of the conversation is running");
        assertThat(problem.path("status").asInt()).isEqualTo(409);
        assertThat(problem.path("detail").asString()).isEqualTo("A turn is running.");
        assertThat(problem.path("instance").asString()).isEqualTo("/fail/problem");
        assertThat(problem.path("turn_id").asString()).isEqualTo("t1");
        assertThat(problem.path("trace_id").asString()).hasSize(32);
        assertThat(problem.has("errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "duplicate"})
    void what_nobody_expected_is_internal_and_tells_nothing(String way) {
        var reply = calls.get("/fail/" + way);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("internal_error");
        assertThat(reply.response().body()).doesNotContain("Exception", "secret", "unique", " at ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-connection", "no-transaction", "resource", "commit", "broker"})
    void a_dependency_that_is_down_is_worth_another_try(String way) {
        var reply = calls.get("/fail/" + way);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("dependency_unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void what_fails_on_another_thread_is_answered_alike() {
        var reply = calls.get("/late-failure");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("internal_error");
    }

    @ParameterizedTest
    @CsvSource({"404,not_found", "500,internal_error", "503,dependency_unavailable", "400,malformed_request"})
    void what_is_left_to_the_container_is_a_problem_too(int status, String code) {
        var reply = calls.get("/send-error/" + status);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("instance").asString()).isEqualTo("/send-error/" + status);
        assertThat(reply.response().body()).doesNotContain("nobody should see");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/error", "/plain/7", "/things/not-a-uuid?session_id=s", "/plain/"})
    void what_is_not_there_is_not_found(String path) {
        var reply = calls.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("not_found");
    }

    @Test
    void a_wrong_method_names_the_right_ones() {
        var reply = calls.send(calls.request("/things").DELETE());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo("method_not_allowed");
        assertThat(reply.header("Allow")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "application/cbor"})
    void nothing_but_json_is_read_or_written_whatever_a_library_could(String mediaType) {
        var unreadable = calls.send(calls.request("/things")
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString("displayName: \"a\\0b\"")));

        assertThat(unreadable.status()).isEqualTo(415);
        assertThat(unreadable.header("Accept")).doesNotContain(mediaType);
        assertThat(calls.get("/things", "Accept", mediaType).status()).isEqualTo(406);
    }

    @Test
    void a_media_type_that_cannot_be_read_or_written_is_refused() {
        var unreadable = calls.send(calls.request("/things")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("a,b")));
        var unwritable = calls.get("/things", "Accept", "image/png");

        assertThat(unreadable.status()).isEqualTo(415);
        assertThat(unreadable.code()).isEqualTo("unsupported_media_type");
        assertThat(unwritable.status()).isEqualTo(406);
        assertThat(unwritable.code()).isEqualTo("not_acceptable");
    }

    @Test
    void a_constant_is_written_in_small_letters() {
        assertThat(calls.get("/search?q=a&kind=big").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /search                    | q        | is required
                    /search?q=a&radius_m=far   | radius_m | must be a whole number
                    /search?q=a&radius_m=0     | radius_m | must be greater than or equal to 1
                    /search?q=a&kind=middling  | kind     | must be one of big, small
                    /search?q=a%00b            | q        | must not contain U+0000
                    /things?limit=abc          | limit    | must be a whole number from 1 to 100
                    /things?limit=0            | limit    | must be a whole number from 1 to 100
                    /things?limit=101          | limit    | must be a whole number from 1 to 100
                    """)
    void a_wrong_parameter_is_named(String path, String field, String message) {
        var reply = calls.get(path);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("validation_failed");
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.message()).isEqualTo(message);
    }
}
