package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.TestDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityWithMails
class ForeignUsersTest {
    private static final String ME = "/api/v1/users/me";
    private static final String USERS = "/api/v1/admin/users";

    private final JdbcClient jdbc;
    private final People people;
    private final String subject = UUID.randomUUID().toString();

    ForeignUsersTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.people = new People(port);
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void somebody_with_another_issuers_token_has_an_account_from_the_first_call_on() {
        String email = People.newEmail();
        String token = token(claims ->
                claims.claim("name", "Ada\nLovelace").claim("email", email).claim("email_verified", true));

        Answer me = people.get(ME, token);

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("display_name")).isEqualTo("Ada Lovelace");
        assertThat(me.text("account_name")).startsWith("ada-lovelace");
        assertThat(me.text("email")).isEqualTo(email);
        assertThat(me.body().path("email_verified").asBoolean()).isTrue();
        assertThat(me.body().path("roles").toString()).isEqualTo("[\"user\"]");
        assertThat(people.get(ME, token()).body()).isEqualTo(me.body());
        Answer patched = people.send(HttpMethod.PATCH, ME + "/profile", Map.of("tagline", "Engines"), token);
        assertThat(patched.text("tagline")).isEqualTo("Engines");
        assertThat(people.send(HttpMethod.POST, "/api/v1/auth/logout", Map.of(), token)
                        .status())
                .isEqualTo(204);
        assertThat(people.get("/api/v1/auth/sessions", token).body().path("items"))
                .isEmpty();
    }

    @Test
    void an_email_opens_no_account_that_is_somebody_elses() {
        String email = People.newEmail();
        Answer local = people.register(email);

        Answer foreign =
                people.get(ME, token(claims -> claims.claim("email", email).claim("email_verified", true)));

        assertThat(foreign.status()).isEqualTo(200);
        assertThat(foreign.body().path("id"))
                .isNotEqualTo(local.body().path("user").path("id"));
        assertThat(foreign.body().hasNonNull("email")).isFalse();
        assertThat(people.get(ME, local.text("access_token")).text("email")).isEqualTo(email);
    }

    @Test
    void an_email_that_nobody_has_confirmed_is_not_taken_over() {
        String email = People.newEmail();

        Answer foreign = people.get(ME, token(claims -> claims.claim("email", email)));

        assertThat(foreign.body().hasNonNull("email")).isFalse();
        assertThat(foreign.text("display_name")).isEqualTo("Somebody");
        assertThat(people.register(email).status()).isEqualTo(201);
    }

    @Test
    void nobody_signs_in_with_a_password_to_an_account_that_has_none() {
        String email = People.newEmail();
        people.get(ME, token(claims -> claims.claim("email", email).claim("email_verified", true)));

        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(people.register(email).status()).isEqualTo(409);
    }

    @Test
    void who_wants_to_be_erased_twice_gets_the_same_receipt_and_nothing_else() {
        String token = token();
        people.get(ME, token);

        Answer receipt = people.delete(ME, token);
        Answer again = people.delete(ME, token);

        assertThat(receipt.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(receipt.body());
        assertThat(people.get(ME, token).status()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from account where subject = :subject")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_twenty_first_calls_at_once_one_makes_the_account() {
        String email = People.newEmail();
        String token = token(claims -> claims.claim("email", email).claim("email_verified", true));

        List<Answer> answers = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> people.get(ME, token)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        Set<String> ids = answers.stream().map(answer -> answer.text("id")).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(jdbc.sql("select count(*) from account where subject = :subject")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql("select action from audit where actor = :actor")
                        .param("actor", "user:" + ids.iterator().next())
                        .query(String.class)
                        .list())
                .containsExactly("first_sight");
    }

    @Test
    void roles_are_the_newest_tokens_and_an_older_one_gives_none_back() {
        String before = token(claims -> issued(claims, 50).claim("groups", List.of("bosses")));
        assertThat(people.get(USERS, before).status()).isEqualTo(200);

        String after = token(claims -> issued(claims, 40));
        assertThat(people.get(USERS, after).status()).isEqualTo(403);

        assertThat(people.get(ME, after).body().path("roles").toString()).isEqualTo("[\"user\"]");
        assertThat(people.get(USERS, before).status()).isEqualTo(403);
        assertThat(jdbc.sql("select detail from audit where action = 'roles_told' and actor = :actor order by id")
                        .param("actor", "user:" + people.get(ME, after).text("id"))
                        .query(String.class)
                        .list())
                .containsExactly("user -> admin,user", "admin,user -> user");
    }

    @Test
    void an_administrator_locks_such_an_account_and_leaves_its_roles_to_the_issuer() {
        String admin = people.logIn("root@example.com", PASSWORD).text("access_token");
        String token = token();
        String path = USERS + "/" + people.get(ME, token).text("id");

        Answer roles = people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("user", "admin")), admin);
        Answer locked = people.send(HttpMethod.PATCH, path, Map.of("locked", true), admin);

        assertThat(roles.status()).isEqualTo(422);
        assertThat(locked.text("issuer")).isEqualTo(OtherProvider.address());
        Answer refused = people.get(ME, token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("account_locked");
        assertThat(people.get("/api/chat/conversations", token).status()).isEqualTo(403);
        people.send(HttpMethod.PATCH, path, Map.of("locked", false), admin);
        assertThat(people.get(ME, token).status()).isEqualTo(200);
    }

    @Test
    void what_is_a_visitors_is_no_users_and_the_other_way_round() {
        String token = token();
        String user = people.get(ME, token).text("id");
        String session = UUID.randomUUID().toString();
        String ofUser = conversation("USER", user);
        String ofVisitor = conversation("SESSION", HexFormat.of().formatHex(RefreshTokens.hash(session)));

        assertThat(people.get(ofUser, token).status()).isEqualTo(200);
        assertThat(people.get(ofVisitor, token).status()).isEqualTo(404);
        assertThat(people.get(ofVisitor + "?session_id=" + session).status()).isEqualTo(200);
        assertThat(people.get(ofUser + "?session_id=" + session).status()).isEqualTo(404);
        assertThat(people.get(ofUser, OtherProvider.token("another", claims -> claims))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void another_issuers_token_that_is_wrong_is_refused_and_makes_nothing() {
        assertThat(people.get(ME, token(claims -> claims.audience("others"))).status())
                .isEqualTo(401);
        assertThat(people.get(ME, token(claims -> claims.issuer("https://id.example.com")))
                        .status())
                .isEqualTo(401);

        assertThat(jdbc.sql("select count(*) from account where subject = :subject")
                        .param("subject", subject)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String token() {
        return token(claims -> claims);
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> changes) {
        return OtherProvider.token(subject, changes);
    }

    private static JWTClaimsSet.Builder issued(JWTClaimsSet.Builder claims, int secondsAgo) {
        return claims.issueTime(Date.from(Instant.now().minusSeconds(secondsAgo)));
    }

    private String conversation(String kind, String owner) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into conversation (id, owner_kind, owner_id, channel, created_at, updated_at)
                        values (:id, :kind, :owner, 'web', now(), now())""").param("id", id).param("kind", kind).param("owner", owner).update();
        return "/api/chat/conversations/" + id;
    }
}
