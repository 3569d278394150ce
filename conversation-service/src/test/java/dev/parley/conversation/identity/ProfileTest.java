package dev.parley.conversation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What people say of themselves. */
@IdentityWithMails
class ProfileTest {
    private final People people;

    ProfileTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.people = new People(port);
        // All tests come from one address.
        JdbcClient.create(database.dataSource()).sql("delete from attempt").update();
    }

    @Test
    void a_profile_is_there_from_the_first_read_and_changes_as_asked() {
        String token = people.register(People.newEmail()).text("access_token");
        String profile = "/api/v1/users/me/profile";

        assertThat(people.get(profile, token).body().path("setup_completed").asBoolean())
                .isFalse();
        people.send(
                HttpMethod.PUT,
                profile,
                Map.of("business_name", "Engines", "tagline", "Fast", "social_links", Map.of("x", "https://x.com/ada")),
                token);
        Answer patched = people.send(HttpMethod.PATCH, profile, Map.of("tagline", "Faster"), token);
        assertThat(patched.text("business_name")).isEqualTo("Engines");
        assertThat(patched.text("tagline")).isEqualTo("Faster");
        assertThat(patched.body().path("social_links").path("x").asString()).isEqualTo("https://x.com/ada");
        Answer replaced = people.send(HttpMethod.PUT, profile, Map.of("bio", "Wrote the first program"), token);
        assertThat(replaced.body().path("business_name").isNull()).isTrue();
        assertThat(replaced.text("bio")).isEqualTo("Wrote the first program");
        assertThat(people.send(HttpMethod.PUT, profile, Map.of("website", "javascript:alert(1)"), token)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_is_null_in_a_change_of_a_profile_is_cleared_and_what_is_absent_stays() {
        String token = people.register(People.newEmail()).text("access_token");
        String profile = "/api/v1/users/me/profile";
        people.send(
                HttpMethod.PUT,
                profile,
                Map.of("tagline", "Fast", "bio", "Long", "social_links", Map.of("x", "https://x.com/ada")),
                token);

        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("tagline", null);
        change.put("social_links", null);
        Answer patched = people.send(HttpMethod.PATCH, profile, change, token);

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().path("tagline").isNull()).isTrue();
        assertThat(patched.body().path("social_links")).isEmpty();
        assertThat(patched.text("bio")).isEqualTo("Long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"website": "javascript:alert(1)"}                    | website               | must be an http or https address
                    {"social_links": {"myBlog": "ftp://example.com"}}      | social_links.myBlog   | must be an http or https address
                    {"phone": "012345678901234567890123456789012345678901234567890123456789"} | phone | must have at most 50 characters
                    {"bio": 7}                                            | bio                   | must be a text
                    """)
    void a_wrong_field_of_a_profile_is_named_with_what_is_accepted(String body, String field, String message) {
        String token = people.register(People.newEmail()).text("access_token");

        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.PATCH)) {
            Answer refused = people.send(method, "/api/v1/users/me/profile", new JsonMapper().readTree(body), token);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
            assertThat(refused.body().at("/errors/0/message").asString()).isEqualTo(message);
        }
    }
}
