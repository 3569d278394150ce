package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CallerTest {
    private static final String THING = "/things/01890a5d-ac96-774b-bcce-b302099a8057";
    /** SHA-256 of "visitor". */
    private static final String HASH = "5f14f9e6d80f802a65269804f2552ef9889f2c7ccec5067214e58a1e48e0b3ff";

    private final Calls calls;

    CallerTest(Calls calls) {
        this.calls = calls;
    }

    @Test
    void a_session_is_known_by_its_hash_from_header_query_and_body() {
        String byHeader = calls.get(THING, "X-Session-Id", "visitor")
                .json()
                .path("owner_id")
                .asString();
        String byQuery =
                calls.get(THING + "?session_id=visitor").json().path("owner_id").asString();
        String byBody = calls.post("/ask", "{\"session_id\": \"visitor\"}", "X-Session-Id", "somebody else")
                .json()
                .path("id")
                .asString();

        assertThat(byHeader).isEqualTo(HASH);
        assertThat(byQuery).isEqualTo(HASH);
        assertThat(byBody).isEqualTo(HASH);
    }

    @Test
    void without_credentials_they_are_asked_for() {
        var reply = calls.get(THING);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("credentials_required");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void a_token_is_never_taken_for_a_visitor() {
        var reply = calls.get(THING, "Authorization", "Bearer abc", "X-Session-Id", "visitor");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("invalid_token");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void a_session_id_of_the_wrong_length_is_named() {
        var reply = calls.get(THING, "X-Session-Id", "x".repeat(129));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo("session_id");
    }
}
