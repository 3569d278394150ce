package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.platform.settings.BadSetting;
import dev.parley.testing.backing.TestDatabase;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing keys, and who may change them. */
@IdentityWithMails
class KeysTest {
    private final JdbcClient jdbc;
    private final FirstAdmin firstAdmin;
    private final People people;

    KeysTest(@Autowired TestDatabase database, @Autowired FirstAdmin firstAdmin, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.firstAdmin = firstAdmin;
        this.people = new People(port);
        // All tests come from one address.
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void only_administrators_rotate_keys_and_nobody_is_logged_out() {
        String user = people.register(People.newEmail()).text("access_token");
        Answer admin = people.logIn("root@example.com", PASSWORD);
        String before = admin.text("access_token");
        String rotate = "/api/v1/admin/keys/rotate";

        assertThat(people.post(rotate, Map.of()).status()).isEqualTo(401);
        assertThat(people.send(HttpMethod.POST, rotate, Map.of(), user).status())
                .isEqualTo(403);
        Answer rotated = people.send(HttpMethod.POST, rotate, Map.of(), before);

        assertThat(rotated.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(published()).contains(rotated.text("kid")).hasSizeGreaterThan(1));
        String after = people.logIn("root@example.com", PASSWORD).text("access_token");
        assertThat(keyOf(after)).isEqualTo(rotated.text("kid")).isNotEqualTo(keyOf(before));
        assertThat(people.get("/api/v1/users/me", before).status()).isEqualTo(200);
        assertThat(people.get("/api/v1/users/me", after).status()).isEqualTo(200);
        assertThat(people.get("/api/v1/users/me", user).status()).isEqualTo(200);
    }

    @Test
    void nothing_that_is_published_or_stored_gives_a_private_key_or_a_token_away() {
        String email = People.newEmail();
        Answer registered = people.register(email);

        Answer keys = people.get("/.well-known/jwks.json");

        assertThat(keys.body().path("keys"))
                .allSatisfy(key -> assertThat(key.has("d")).isFalse());
        assertThat(texts("select encode(sealed_private_key, 'escape') from signing_key"))
                .isNotEmpty()
                .noneMatch(key -> key.contains("\"d\""));
        assertThat(texts("select encode(hash, 'escape') from refresh_token"))
                .isNotEmpty()
                .noneMatch(hash -> hash.contains(registered.text("refresh_token")));
        assertThat(texts("select password_hash from account where email = '" + email + "'"))
                .singleElement()
                .matches(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void an_administrator_whose_password_is_guessed_easily_keeps_the_service_from_starting() {
        String email = People.newEmail();

        for (String password : List.of("short", "password1234")) {
            for (ThrowingCallable start : List.<ThrowingCallable>of(
                    () -> FirstAdmin.check(email, password), () -> firstAdmin.make(email, password))) {
                assertThatExceptionOfType(BadSetting.class)
                        .isThrownBy(start)
                        .withMessageContaining("ADMIN_PASSWORD")
                        .withMessageNotContaining(password);
            }
        }
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> FirstAdmin.check(email, " "))
                .withMessageContaining("needs both");

        assertThat(people.logIn(email, "password1234").status()).isEqualTo(401);
    }

    private List<String> texts(String query) {
        return jdbc.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private Set<String> published() {
        return people.get("/.well-known/jwks.json")
                .body()
                .path("keys")
                .valueStream()
                .map(key -> key.path("kid").asString())
                .collect(Collectors.toSet());
    }

    private static String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
