package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-ins: renewed, repeated, ended. */
@IdentityWithMails
class SignInsTest {
    private final JdbcClient jdbc;
    private final People people;

    SignInsTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.people = new People(port);
        // All tests come from one address.
        jdbc.sql("delete from attempt").update();
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

        List<Answer> answers = People.atOnce(50, () -> people.refresh(token));

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
        String user =
                people.get("/api/v1/users/me", byHeader.text("access_token")).text("id");
        assertThat(jdbc.sql("select action from audit where actor = :user and address is not null order by id")
                        .param("user", "user:" + user)
                        .query(String.class)
                        .list())
                .containsExactly("sign_up", "sign_out");
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
    void all_services_are_told_which_sign_ins_have_ended_whichever_way() {
        Answer out = people.register(People.newEmail());
        Answer reused = people.register(People.newEmail());
        people.post("/api/v1/auth/logout", Map.of("refresh_token", out.text("refresh_token")));
        people.post("/api/v1/auth/logout", Map.of("refresh_token", out.text("refresh_token")));
        people.refresh(people.refresh(reused.text("refresh_token")).text("refresh_token"));
        people.refresh(reused.text("refresh_token"));

        assertThat(List.of(told(out), told(reused))).containsExactly(1, 1);
    }

    private int told(Answer registered) {
        return jdbc.sql("select count(*) from outbox where topic = 'identity.sign-ins' and key = :id")
                .param("id", registered.body().path("user").path("id").asString())
                .query(Integer.class)
                .single();
    }
}
