package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "CONVERSATION_STREAM_SLOT=administration_test",
            "ADMIN_EMAIL=root@example.com",
            "ADMIN_PASSWORD=" + PASSWORD,
            "CHAT_SERVICE_URL=http://127.0.0.1:1",
            "AGENT_SERVICE_URL=http://127.0.0.1:1,http://127.0.0.1:2",
            "LOCATION_SERVICE_URL=http://127.0.0.1:1"
        })
class AdministrationTest {
    private static final String USERS = "/api/v1/admin/users";
    private static final String WORK = "/api/v1/admin/work";
    private static final String AUDIT = "/api/v1/admin/audit";

    private final JdbcClient jdbc;
    private final People people;
    private String admin = "";

    AdministrationTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.people = new People(port);
    }

    @BeforeEach
    void an_administrator_signs_in() {
        jdbc.sql("delete from attempt").update();
        admin = people.logIn("root@example.com", PASSWORD).text("access_token");
    }

    @Test
    void accounts_are_found_by_a_part_of_what_they_are_called() {
        String email = People.newEmail();
        String id = idOf(people.register(email));

        JsonNode found = people.get(USERS + "?q=" + email.substring(4, 30).toUpperCase(Locale.ROOT), admin)
                .body()
                .path("items");

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("id").asString()).isEqualTo(id);
        assertThat(found.path(0).path("email").asString()).isEqualTo(email);
        assertThat(found.path(0).path("locked").asBoolean()).isFalse();
        assertThat(found.path(0).has("password_hash")).isFalse();
    }

    @Test
    void a_percent_sign_is_no_wildcard_and_pages_follow_each_other() {
        people.register(People.newEmail());
        people.register(People.newEmail());

        assertThat(people.get(USERS + "?q=%25", admin).body().path("items")).isEmpty();
        Answer first = people.get(USERS + "?limit=1", admin);
        Answer second = people.get(USERS + "?limit=1&cursor=" + first.text("next_cursor"), admin);
        assertThat(second.body().path("items").path(0).path("id"))
                .isNotEqualTo(first.body().path("items").path(0).path("id"));
    }

    @Test
    void who_is_locked_neither_signs_in_nor_renews_until_unlocked() {
        String email = People.newEmail();
        Answer registered = people.register(email);
        String path = USERS + "/" + idOf(registered);

        Answer locked = people.send(HttpMethod.PATCH, path, Map.of("locked", true), admin);

        assertThat(locked.body().path("locked").asBoolean()).isTrue();
        assertThat(toldOf(registered)).containsExactly("parley.identity.account_locked.v1");
        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(people.refresh(registered.text("refresh_token")).status()).isEqualTo(401);
        people.send(HttpMethod.PATCH, path, Map.of("locked", false), admin);
        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(200);
        // What nobody has heard yet is not told behind what is newer.
        assertThat(toldOf(registered)).containsExactly("parley.identity.account_unlocked.v1");
    }

    /** Nobody publishes it here. */
    private List<@Nullable String> toldOf(Answer registered) {
        return jdbc.sql("select type from outbox where topic = 'identity.events' and key = :id order by id")
                .param("id", String.valueOf(idOf(registered)))
                .query(String.class)
                .list();
    }

    @Test
    void a_role_counts_from_the_next_token_on() {
        String email = People.newEmail();
        Answer registered = people.register(email);

        people.send(HttpMethod.PATCH, USERS + "/" + idOf(registered), Map.of("roles", List.of("user", "admin")), admin);

        assertThat(people.get(USERS, registered.text("access_token")).status()).isEqualTo(403);
        String renewed = people.refresh(registered.text("refresh_token")).text("access_token");
        assertThat(people.get(USERS, renewed).status()).isEqualTo(200);
    }

    @Test
    void administrators_do_not_shut_themselves_out() {
        String id = people.get("/api/v1/users/me", admin).text("id");

        assertThat(people.send(HttpMethod.PATCH, USERS + "/" + id, Map.of("roles", List.of("user")), admin)
                        .status())
                .isEqualTo(422);
        assertThat(people.send(HttpMethod.PATCH, USERS + "/" + id, Map.of("locked", true), admin)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void who_is_no_administrator_any_more_cannot_undo_that_with_an_old_token() {
        Answer former = people.register(People.newEmail());
        String path = USERS + "/" + idOf(former);
        people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("user", "admin")), admin);
        String old = people.refresh(former.text("refresh_token")).text("access_token");
        people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("user")), admin);

        Answer undone = people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("user", "admin")), old);

        assertThat(undone.status()).isEqualTo(403);
        assertThat(people.get(USERS, old).status()).isEqualTo(403);
        assertThat(people.get(AUDIT, old).status()).isEqualTo(403);
        assertThat(people.send(HttpMethod.POST, "/api/v1/admin/keys/rotate", Map.of(), old)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_role_that_is_none_is_refused() {
        String path = USERS + "/" + idOf(people.register(People.newEmail()));

        assertThat(people.send(HttpMethod.PATCH, path, Map.of("roles", List.of()), admin)
                        .status())
                .isEqualTo(422);
        assertThat(people.send(HttpMethod.PATCH, path, Map.of("roles", Arrays.asList("user", null)), admin)
                        .status())
                .isEqualTo(422);
        assertThat(people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("emperor")), admin)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everything_that_matters_is_remembered_and_told() {
        String email = People.newEmail();
        String user = "user:" + idOf(people.register(email));
        people.logIn(email, "wrong");
        people.send(HttpMethod.PATCH, USERS + "/" + user.substring(5), Map.of("locked", true), admin);

        assertThat(actions("?actor=" + user)).containsExactly("sign_up succeeded");
        assertThat(actions("?target=" + user))
                .containsExactly("user_locked succeeded", "user_read succeeded", "sign_in refused");
        assertThat(actions("?action=audit_read&limit=1")).hasSize(1);
        try (TopicReader told = TopicReader.fromBeginning(Topic.AUDIT_EVENTS.topicName())) {
            assertThat(told.await(user).text()).contains("sign_up").doesNotContain(email);
        }
    }

    @Test
    void a_change_of_roles_tells_the_old_ones_and_where_it_came_from() {
        String id = idOf(people.register(People.newEmail()));
        people.send(HttpMethod.PATCH, USERS + "/" + id, Map.of("roles", List.of("user", "admin")), admin);

        JsonNode entry = entries("?action=roles_changed&target=user:" + id).getFirst();
        assertThat(entry.path("detail").asString()).isEqualTo("user -> admin,user");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entries("?action=audit_read&limit=1")
                        .getFirst()
                        .path("address")
                        .asString())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void a_refused_sign_in_tells_why_in_the_log_and_nowhere_else() {
        String email = People.newEmail();
        String id = idOf(people.register(email));
        String unknown = People.newEmail();
        people.logIn(unknown, PASSWORD);
        String reason = "?action=sign_in&limit=1";
        assertThat(entries(reason).getFirst().path("detail").asString()).isEqualTo("unknown_account");

        people.send(HttpMethod.PATCH, USERS + "/" + id, Map.of("locked", true), admin);
        Answer locked = people.logIn(email, PASSWORD);
        for (int i = 0; i < 5; i++) {
            people.logIn(email, "wrong");
        }

        assertThat(locked.body().toString()).doesNotContain("locked");
        assertThat(entries("?action=sign_in&target=user:" + id))
                .extracting(entry -> entry.path("detail").asString())
                .containsExactly(
                        "slowed_down",
                        "wrong_password",
                        "wrong_password",
                        "wrong_password",
                        "wrong_password",
                        "locked");
    }

    @Test
    void work_of_all_services_is_seen_and_who_is_away_is_named() {
        String id = deadWork();

        Answer answer = people.get(WORK + "?state=dead", admin);

        JsonNode item = answer.body().path("items").path(0);
        assertThat(item.path("id").asString()).isEqualTo(id);
        assertThat(item.path("service").asString()).isEqualTo("conversation-service");
        assertThat(item.path("code").asString()).isEqualTo("impossible");
        assertThat(item.toString()).doesNotContain("secret");
        assertThat(answer.body().path("unavailable_services").toString())
                .isEqualTo("[\"chat-service\",\"agent-service\",\"location-service\"]");
        assertThat(people.get(WORK + "?state=lost", admin).status()).isEqualTo(422);
        assertThat(people.get(WORK + "?cursor=x", admin).status()).isEqualTo(400);
    }

    @Test
    void dead_work_is_replayed_once_and_what_is_asked_for_is_remembered() {
        String id = deadWork();
        String path = WORK + "/" + id;

        Answer replayed = people.send(HttpMethod.POST, path + "/replay", Map.of(), admin);
        Answer again = people.send(HttpMethod.POST, path + "/replay", Map.of(), admin);
        Answer cancelled = people.send(HttpMethod.POST, path + "/cancel", Map.of("reason", "not needed"), admin);

        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.text("state")).isEqualTo("waiting");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("work_not_dead");
        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(actions("?target=work:" + id))
                .containsExactly("work_cancel succeeded", "work_replay succeeded", "work_replay succeeded");
    }

    @Test
    void work_is_for_who_still_is_an_administrator() {
        Answer former = people.register(People.newEmail());
        String path = USERS + "/" + idOf(former);
        assertThat(people.get(WORK, former.text("access_token")).status()).isEqualTo(403);
        assertThat(people.get(WORK).status()).isEqualTo(401);

        people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("user", "admin")), admin);
        String old = people.refresh(former.text("refresh_token")).text("access_token");
        people.send(HttpMethod.PATCH, path, Map.of("roles", List.of("user")), admin);

        assertThat(people.get(WORK, old).status()).isEqualTo(403);
        assertThat(people.send(HttpMethod.POST, WORK + "/" + deadWork() + "/replay", Map.of(), old)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_in_the_log_stays_there() {
        people.register(People.newEmail());

        assertThatThrownBy(() -> jdbc.sql("delete from audit").update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("update audit set actor = 'nobody'").update())
                .hasMessageContaining("append-only");
    }

    private List<String> actions(String filter) {
        return entries(filter).stream()
                .map(entry -> entry.path("action").asString() + " "
                        + entry.path("outcome").asString())
                .toList();
    }

    private List<JsonNode> entries(String filter) {
        return people.get(AUDIT + filter, admin)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Of a kind that nobody handles here, so that it stays as it is. */
    private String deadWork() {
        jdbc.sql("delete from platform.work").update();
        return jdbc.sql("""
                        insert into platform.work (id, kind, lane, tenant, state, payload, due_at, finished_at, code, detail)
                        values (gen_random_uuid(), 'chore', 'chore', 'test', 'dead', 'a secret', now(), now(), 'impossible', 'no')
                        returning id""").query(String.class).single();
    }

    private static String idOf(Answer registered) {
        return registered.body().path("user").path("id").asString();
    }
}
