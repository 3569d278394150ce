package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.TestDatabase;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Accounts of one's own. */
@IdentityWithMails
class RegistrationTest {
    private final People people;

    RegistrationTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.people = new People(port);
        // All tests come from one address.
        JdbcClient.create(database.dataSource()).sql("delete from attempt").update();
    }

    @Test
    void whoever_registers_is_signed_in() {
        String email = People.newEmail();

        Answer registered = people.register(email);

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(registered.text("token_type")).isEqualTo("bearer");
        assertThat(registered.body().path("expires_in").asInt()).isEqualTo(1800);
        Answer me = people.get("/api/v1/users/me", registered.text("access_token"));
        assertThat(me.body()).isEqualTo(registered.body().path("user"));
        assertThat(me.text("email")).isEqualTo(email);
        assertThat(me.text("display_name")).isEqualTo("Ada");
        assertThat(me.text("account_name")).startsWith("ada-");
        assertThat(me.body().path("roles"))
                .hasSize(1)
                .first()
                .extracting(it -> it.asString())
                .isEqualTo("user");
    }

    @Test
    void the_case_of_an_email_does_not_count() {
        String email = People.newEmail();
        people.register(email);

        assertThat(people.logIn(email.toUpperCase(Locale.ROOT), PASSWORD).status())
                .isEqualTo(200);
        Answer again = people.register(email.toLowerCase(Locale.ROOT));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("email_taken");
    }

    @Test
    void two_with_the_same_name_before_the_at_get_account_names_of_their_own() {
        String name = "same" + System.nanoTime();

        Answer one = people.register(name + "@example.com");
        Answer other = people.register(name + "@example.org");

        assertThat(one.body().path("user").path("account_name").asString()).isEqualTo(name);
        assertThat(other.body().path("user").path("account_name").asString()).startsWith(name + "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "elevenchars", "password1234", "qwertyuiopasdf", "aaaaaaaaaaaaaaaa", "ada@example.com"})
    void a_password_that_is_short_or_guessed_easily_is_refused(String password) {
        Answer refused = people.post(
                "/api/v1/auth/register",
                Map.of("email", "ada@example.com", "password", password, "display_name", "Ada"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("password");
    }

    @Test
    void a_password_may_be_of_any_script_and_is_the_same_however_it_is_typed() {
        String email = People.newEmail();
        String composed = "g\u00e9nial \u5c71\u7530\u592a\u90ce \ud83d\ude48 xyzzy";
        String decomposed = "ge\u0301nial \u5c71\u7530\u592a\u90ce \ud83d\ude48 xyzzy";
        Answer registered = people.post(
                "/api/v1/auth/register", Map.of("email", email, "password", composed, "display_name", "Ada"));

        assertThat(registered.status()).isEqualTo(201);
        assertThat(people.logIn(email, decomposed).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "ada@", "@example.com", "ada@example", "a b@example.com", "a\n@example.com"})
    void what_is_no_email_is_refused(String email) {
        assertThat(people.register(email).status()).isEqualTo(422);
    }

    @Test
    void what_is_accepted_and_what_may_be_missing_is_documented() {
        JsonNode schemas = people.get("/v3/api-docs").body().at("/components/schemas");

        assertThat(schemas.at("/Registration/properties/password/minLength").asInt())
                .isEqualTo(12);
        assertThat(schemas.at("/Registration/properties/password/maxLength").asInt())
                .isEqualTo(256);
        assertThat(schemas.at("/User/required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("id", "email_verified", "display_name", "account_name", "roles");
        assertThat(schemas.at("/AuditEntry/required").toString())
                .contains("actor")
                .doesNotContain("detail");
        assertThat(schemas.at("/ProfilePatch").has("required")).isFalse();
        assertThat(schemas.at("/ProfilePatch/properties/tagline/type").toString())
                .contains("string", "null");
    }
}
