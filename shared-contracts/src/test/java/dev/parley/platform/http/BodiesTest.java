package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestConstructor;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BodiesTest {
    private final Calls calls;

    @Autowired
    BodiesTest(Calls calls) {
        this.calls = calls;
    }

    @Test
    void fields_are_in_snake_case_and_unknown_ones_are_ignored() {
        var reply = calls.post("/things", """
                {"display_name": "a", "starts_at": "2026-01-31T12:00:00Z", "kind": "BIG", "new_in_2030": {"a": []}}""");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("display_name").asString()).isEqualTo("a");
        assertThat(reply.json().path("starts_at").asString()).isEqualTo("2026-01-31T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"display_name\": 'a'}", "{\"display_name\": \"a\"} trailing", "\u0000"})
    void what_is_no_json_is_malformed(String body) {
        var reply = calls.post("/things", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("malformed_request");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"display_name": 7}                                       | display_name        | must be a text
                    {"display_name": true}                                    | display_name        | must be a text
                    {"display_name": "a", "item_count": "7"}                  | item_count          | must be a whole number
                    {"display_name": "a", "item_count": 1.5}                  | item_count          | must be a whole number
                    {"display_name": "a", "active": "yes"}                    | active              | must be true or false
                    {"display_name": "a", "kind": "middling"}                 | kind                | must be one of big, small
                    {"display_name": "a", "kind": 0}                          | kind                | must be one of big, small
                    {"display_name": "a", "owner_id": "me"}                   | owner_id            | must be a UUID
                    {"display_name": "a", "starts_at": "soon"}                | starts_at           | must be a time such as 2026-01-31T12:00:00Z
                    {"display_name": "a", "lines": {}}                        | lines               | must be a list
                    {"display_name": "a", "lines": [{}, {"unit_price": "x"}]} | lines[1].unit_price | must be a number
                    {"display_name": "a", "lines": [7]}                       | lines[0]            | must be an object
                    []                                                        | body                | must be an object
                    """)
    void a_value_of_the_wrong_type_is_named(String body, String field, String message) {
        var reply = calls.post("/things", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("validation_failed");
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"display_name": " "}                                     | display_name        | must not be blank
                    {}                                                        | display_name        | must not be blank
                    {"display_name": "123456789012345678901"}                 | display_name        | must have at most 20 characters
                    {"display_name": "a", "lines": [{"unit_price": -1}]}      | lines[0].unit_price | must be greater than 0
                    """)
    void a_value_that_is_not_valid_is_named_as_the_client_wrote_it(String body, String field, String message) {
        var reply = calls.post("/things", body, "Accept-Language", "de");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"display_name": "a\\u0000b"}                              | display_name
                    {"display_name": "a", "settings": {"x": ["y", "\\u0000"]}} | settings.x[1]
                    {"display_name": "half \\ud83d of a pair"}                 | display_name
                    {"display_name": "a", "not_known_here": "\\u0000"}         | not_known_here
                    """)
    void a_text_that_no_store_can_keep_is_refused(String body, String field) {
        var reply = calls.post("/things", body);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo(field);
    }

    @Test
    void whole_surrogate_pairs_are_welcome() {
        assertThat(calls.post("/things", "{\"display_name\": \"\\ud83d\\ude00 \uD83D\uDE00\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        String body = "{\"display_name\": \"" + "x".repeat(5000) + "\"}";

        var reply = calls.post("/things", body);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("payload_too_large");
    }
}
