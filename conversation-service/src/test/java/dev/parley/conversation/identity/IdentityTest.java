package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.settings.BadSetting;
import dev.parley.testing.backing.TestDatabase;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IdentityWithMails
class IdentityTest {
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final FirstAdmin firstAdmin;
    private final People people;

    IdentityTest(
            @Autowired TestDatabase database,
            @Autowired Attempts attempts,
            @Autowired FirstAdmin firstAdmin,
            @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.firstAdmin = firstAdmin;
        this.attempts = attempts;
        this.people = new People(port);
        // All tests come from one address.
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void no_sign_in_begins_with_a_password_that_was_replaced_while_it_was_checked(
            @Autowired LogIn logIn, @Autowired Beginning beginning) {
        String email = People.newEmail();
        people.register(email);
        Client client = new Client("192.0.2.1", null);
        Account checked = logIn.logIn(Email.of(email), People.PASSWORD, client);
        jdbc.sql("update account set password_hash = 'another' where email_key = :key")
                .param("key", Email.of(email).key())
                .update();

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> beginning.begin(checked, client, "sign_in"))
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.INVALID_CREDENTIALS);
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
    void an_unknown_email_and_a_wrong_password_get_the_same_answer() {
        String email = People.newEmail();
        people.register(email);

        Answer wrong = people.logIn(email, "another horse battery staple");
        Answer unknown = people.logIn(People.newEmail(), PASSWORD);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("invalid_credentials").isEqualTo(unknown.text("code"));
        assertThat(wrong.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @Test
    void after_five_failures_an_account_has_to_wait_whether_it_is_there_or_not() {
        String email = People.newEmail();
        people.register(email);

        for (String whom : List.of(email, People.newEmail())) {
            for (int i = 0; i < 5; i++) {
                assertThat(people.logIn(whom, "wrong").status()).isEqualTo(401);
            }
            Answer refused = people.logIn(whom, PASSWORD);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.text("code")).isEqualTo("too_many_attempts");
            String wait = String.valueOf(refused.headers().getFirst("Retry-After"));
            assertThat(Integer.parseInt(wait)).isBetween(1, 30);
            assertThat(refused.text("detail")).startsWith("It was tried too often. Come again in " + wait + " second");
        }
    }

    @Test
    void many_guesses_at_once_get_no_further_than_one_after_the_other() {
        String email = People.newEmail();
        people.register(email);

        List<Integer> statuses = atOnce(30, () -> people.logIn(email, "wrong").status());

        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(25);
    }

    @Test
    void what_was_tried_more_than_ten_minutes_ago_counts_no_more() {
        String email = People.newEmail();
        people.register(email);

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(people.logIn(email, "wrong").status()).isEqualTo(401);
            }
            jdbc.sql("update attempt set began_at = began_at - interval '11 minutes'")
                    .update();
        }

        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_good_attempt_takes_back_its_own_wait_and_no_other() {
        attempts.count("own", 1);
        attempts.takeBack("own", 1);
        attempts.count("own", 1);

        jdbc.sql("update attempt set blocked_until = now()").update();
        attempts.count("own", 1);
        attempts.takeBack("own", 1);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> attempts.count("own", 1))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_MANY_ATTEMPTS));
    }

    @Test
    void a_right_password_makes_up_for_wrong_ones_before() {
        String email = People.newEmail();
        people.register(email);

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                people.logIn(email, "wrong");
            }
            assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void a_refresh_token_gives_the_next_once() {
        Answer first = people.register(People.newEmail());

        Answer second = people.refresh(first.text("refresh_token"));
        Answer third = people.refresh(second.text("refresh_token"));

        assertThat(third.status()).isEqualTo(200);
        assertThat(Set.of(first.text("refresh_token"), second.text("refresh_token"), third.text("refresh_token")))
                .hasSize(3);
        assertThat(people.get("/api/v1/users/me", third.text("access_token")).status())
                .isEqualTo(200);
    }

    @Test
    void who_lost_the_answer_gets_the_same_successor() {
        String token = people.register(People.newEmail()).text("refresh_token");

        Answer lost = people.refresh(token);
        Answer repeated = people.refresh(token);

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.text("refresh_token")).isEqualTo(lost.text("refresh_token"));
        assertThat(people.refresh(repeated.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void of_fifty_renewals_at_once_all_get_the_same_successor() {
        String token = people.register(People.newEmail()).text("refresh_token");

        List<Answer> answers = atOnce(50, () -> people.refresh(token));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(it -> it.text("refresh_token")).collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    void a_token_used_again_later_ends_its_whole_family() {
        String token = people.register(People.newEmail()).text("refresh_token");
        String successor = people.refresh(token).text("refresh_token");
        jdbc.sql("update refresh_token set used_at = used_at - interval '11 seconds' where used_at is not null")
                .update();

        Answer reused = people.refresh(token);

        assertThat(reused.status()).isEqualTo(401);
        assertThat(reused.text("code")).isEqualTo("invalid_refresh_token");
        assertThat(people.refresh(successor).status()).isEqualTo(401);
    }

    @Test
    void a_token_whose_successor_was_used_ends_its_family_at_once() {
        String token = people.register(People.newEmail()).text("refresh_token");
        String last =
                people.refresh(people.refresh(token).text("refresh_token")).text("refresh_token");

        assertThat(people.refresh(token).status()).isEqualTo(401);
        assertThat(people.refresh(last).status()).isEqualTo(401);
    }

    @Test
    void a_sign_in_cannot_be_renewed_for_ever() {
        Answer registered = people.register(People.newEmail());
        jdbc.sql("update sign_in set expires_at = now() where account_id = cast(:id as uuid)")
                .param("id", registered.body().path("user").path("id").asString())
                .update();

        assertThat(people.refresh(registered.text("refresh_token")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prt_unknown", "eyJhbGciOiJub25lIn0.e30.", "🙈", ""})
    void an_unknown_refresh_token_is_refused(String token) {
        assertThat(people.refresh(token).status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_is_no_access_token_and_the_other_way_round() {
        Answer registered = people.register(People.newEmail());

        assertThat(people.get("/api/v1/users/me", registered.text("refresh_token"))
                        .status())
                .isEqualTo(401);
        Answer refused = people.refresh(registered.text("access_token"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("code")).isEqualTo("invalid_refresh_token");
    }

    @Test
    void who_signs_out_cannot_renew() {
        Answer byToken = people.register(People.newEmail());
        Answer byHeader = people.register(People.newEmail());

        assertThat(people.post("/api/v1/auth/logout", Map.of("refresh_token", byToken.text("refresh_token")))
                        .status())
                .isEqualTo(204);
        assertThat(people.send(HttpMethod.POST, "/api/v1/auth/logout", Map.of(), byHeader.text("access_token"))
                        .status())
                .isEqualTo(204);

        assertThat(people.refresh(byToken.text("refresh_token")).status()).isEqualTo(401);
        assertThat(people.refresh(byHeader.text("refresh_token")).status()).isEqualTo(401);
        assertThat(people.post("/api/v1/auth/logout", Map.of()).status()).isEqualTo(401);
    }

    @Test
    void one_sees_and_ends_ones_own_sign_ins_only() {
        String email = People.newEmail();
        Answer phone = people.register(email);
        Answer laptop = people.logIn(email, PASSWORD);
        Answer stranger = people.register(People.newEmail());

        var sessions = people.get("/api/v1/auth/sessions", laptop.text("access_token"))
                .body()
                .path("items");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.path(0).path("current").asBoolean()).isTrue();
        String phones = "/api/v1/auth/sessions/" + sessions.path(1).path("id").asString();

        assertThat(people.delete(phones, stranger.text("access_token")).status())
                .isEqualTo(404);
        assertThat(people.delete(phones, laptop.text("access_token")).status()).isEqualTo(204);
        assertThat(people.delete(phones, laptop.text("access_token")).status()).isEqualTo(404);
        assertThat(people.refresh(phone.text("refresh_token")).status()).isEqualTo(401);
        assertThat(people.refresh(laptop.text("refresh_token")).status()).isEqualTo(200);
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
        Answer registered = people.register(People.newEmail());

        Answer keys = people.get("/.well-known/jwks.json");

        assertThat(keys.body().path("keys"))
                .allSatisfy(key -> assertThat(key.has("d")).isFalse());
        assertThat(texts("select encode(sealed_private_key, 'escape') from signing_key"))
                .isNotEmpty()
                .noneMatch(key -> key.contains("\"d\""));
        assertThat(texts("select encode(hash, 'escape') from refresh_token"))
                .isNotEmpty()
                .noneMatch(hash -> hash.contains(registered.text("refresh_token")));
        assertThat(texts("select password_hash from account"))
                .isNotEmpty()
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
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

    private static <T> List<T> atOnce(int times, Supplier<T> call) {
        List<CompletableFuture<T>> calls = IntStream.range(0, times)
                .mapToObj(_ -> CompletableFuture.supplyAsync(call, Thread::startVirtualThread))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
