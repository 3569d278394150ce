package dev.parley.conversation.identity;

import static dev.parley.conversation.identity.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.table.TableSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody wants to be erased. The outbox keeps what is told here, since nobody publishes it. */
@IdentityWithMails
class ErasureTest {
    private static final String ME = "/api/v1/users/me";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final TableSearch tables;
    private final EventProducer producer;
    private final Said said;
    private final People people;

    ErasureTest(@Autowired TestDatabase database, @Autowired EventProducer producer, @LocalServerPort int port) {
        this.jdbc = JdbcClient.create(database.dataSource());
        this.tables = TableSearch.in(database.dataSource());
        this.producer = producer;
        this.said = new Said(jdbc);
        this.people = new People(port);
        jdbc.sql("delete from attempt").update();
    }

    @Test
    void whoever_is_erased_is_unknown_at_once_and_has_a_receipt() {
        String email = People.newEmail();
        Answer ada = people.register(email);
        String token = ada.text("access_token");

        Answer receipt = people.delete(ME, token);

        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(202);
        Instant asked = Instant.parse(receipt.text("requested_at"));
        assertThat(Instant.parse(receipt.text("databases_by"))).isEqualTo(asked.plus(Duration.ofHours(1)));
        assertThat(Instant.parse(receipt.text("logs_by"))).isEqualTo(asked.plus(Topic.longestKept()));
        assertThat(people.logIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(people.refresh(ada.text("refresh_token")).status()).isEqualTo(401);
        assertThat(people.get(ME, token).status()).isEqualTo(404);
        assertThat(people.get(ME + "/profile", token).status()).isEqualTo(404);
        assertThat(people.get(ME + "/export", token).status()).isEqualTo(404);
        assertThat(people.delete(ME, token).text("id")).isEqualTo(receipt.text("id"));
        assertThat(told(Topic.IDENTITY_EVENTS, idOf(ada).toString()))
                .singleElement()
                .asString()
                .contains("\"user_id\":\"" + idOf(ada))
                .contains("\"erased_at\":\"" + receipt.text("requested_at"));
        assertThat(jdbc.sql("select action from audit where actor = :actor order by at desc, id desc limit 1")
                        .param("actor", "user:" + idOf(ada))
                        .query(String.class)
                        .single())
                .isEqualTo("account_erased");
        Answer again = people.register(email);
        assertThat(again.status()).isEqualTo(201);
        assertThat(idOf(again)).isNotEqualTo(idOf(ada));
    }

    @Test
    void all_that_was_said_goes_and_is_told_of_and_of_others_nothing() {
        String email = People.newEmail();
        Answer ada = people.register(email);
        UUID bob = idOf(people.register(People.newEmail()));
        String words = "Unmistakable " + UUID.randomUUID();
        people.send(HttpMethod.PATCH, ME + "/profile", Map.of("bio", words), ada.text("access_token"));
        UUID first = said.conversation(idOf(ada), 3, words);
        UUID second = said.conversation(idOf(ada), 2, words);
        said.conversation(bob, 2, "Something else");
        assertThat(tables.find(words)).contains("public.message", "public.profile", "public.conversation");

        people.delete(ME, ada.text("access_token"));

        awaitErased(idOf(ada));
        assertThat(tables.find(words)).isEmpty();
        assertThat(tables.find(email)).isEmpty();
        // The tombstone, what was done, and what is told: to be deleted when it is.
        assertThat(tables.find(idOf(ada).toString()))
                .containsExactly("public.audit", "public.erased_user", "public.outbox");
        for (UUID conversation : List.of(first, second)) {
            assertThat(told(Topic.CONVERSATION_EVENTS, conversation.toString()))
                    .singleElement()
                    .asString()
                    .contains("deleted_at");
        }
        assertThat(said.conversationsOf(bob)).isEqualTo(1);
    }

    @Test
    void what_comes_late_begins_no_conversation_and_whoever_has_it_hears_that_it_is_to_go() {
        Answer ada = people.register(People.newEmail());
        people.delete(ME, ada.text("access_token"));
        RequestTurn late = asked(idOf(ada));

        producer.sendAndAwait(Outgoing.of(
                Topic.TURN_REQUESTS,
                late.conversationId().toString(),
                late.turnId().value(),
                late));
        producer.sendAndAwait(
                Outgoing.of(Topic.TURN_REQUESTS, late.conversationId().toString(), UUID.randomUUID(), late));

        String conversation = late.conversationId().toString();
        await().atMost(SOON)
                .until(() -> !told(Topic.CONVERSATION_EVENTS, conversation).isEmpty());
        assertThat(told(Topic.CONVERSATION_EVENTS, conversation))
                .singleElement()
                .asString()
                .contains("deleted_at")
                .contains("\"sequence\":1");
        assertThat(said.conversationsOf(idOf(ada))).isZero();
        assertThat(tables.find(late.message())).isEmpty();
    }

    @Test
    void an_erasure_that_breaks_off_goes_on_with_what_is_left() {
        Answer ada = people.register(People.newEmail());
        UUID stubborn = said.conversation(idOf(ada), 1, "First");
        said.conversation(idOf(ada), 1, "Second");
        jdbc.sql("""
                        create function resist() returns trigger language plpgsql as $$
                        begin
                            if old.id = '%s' then raise exception 'not yet'; end if;
                            return old;
                        end $$""".formatted(stubborn)).update();
        jdbc.sql("create trigger resist before delete on conversation for each row execute function resist()")
                .update();

        people.delete(ME, ada.text("access_token"));
        await().atMost(SOON).until(() -> said.conversationsOf(idOf(ada)) == 1);
        await().atMost(SOON).until(() -> failures() > 0);
        jdbc.sql("drop trigger resist on conversation").update();
        jdbc.sql("drop function resist()").update();

        awaitErased(idOf(ada));
        assertThat(said.conversationsOf(idOf(ada))).isZero();
    }

    @Test
    void a_password_that_is_sent_along_has_to_be_the_right_one() {
        Answer ada = people.register(People.newEmail());
        String token = ada.text("access_token");

        Answer wrong = people.send(HttpMethod.DELETE, ME, Map.of("password", "not it at all"), token);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("invalid_credentials");
        assertThat(people.get(ME, token).status()).isEqualTo(200);
        assertThat(people.send(HttpMethod.DELETE, ME, Map.of("password", PASSWORD), token)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void passwords_are_guessed_no_more_often_here_than_at_a_log_in() {
        Answer ada = people.register(People.newEmail());
        for (int guess = 0; guess < 5; guess++) {
            people.send(HttpMethod.DELETE, ME, Map.of("password", "guess " + guess), ada.text("access_token"));
        }

        Answer sixth = people.send(HttpMethod.DELETE, ME, Map.of("password", PASSWORD), ada.text("access_token"));

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(people.get(ME, ada.text("access_token")).status()).isEqualTo(200);
    }

    @Test
    void the_last_administrator_stays() {
        jdbc.sql("update account set roles = '{user}' where email_key <> 'root@example.com'")
                .update();
        String root = people.logIn("root@example.com", PASSWORD).text("access_token");

        Answer refused = people.delete(ME, root);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("last_administrator");
        Answer other = people.register(People.newEmail());
        jdbc.sql("update account set roles = '{user,admin}' where id = :id")
                .param("id", idOf(other))
                .update();
        assertThat(people.delete(ME, other.text("access_token")).status()).isEqualTo(202);
        assertThat(people.get(ME, root).status()).isEqualTo(200);
    }

    private void awaitErased(UUID user) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("select finished_at is not null from erased_user where user_id = :id")
                        .param("id", user.toString())
                        .query(Boolean.class)
                        .single());
    }

    private long failures() {
        return jdbc.sql("select coalesce(sum(failures), 0) from platform.work where kind = 'erasure'")
                .query(Long.class)
                .single();
    }

    private List<String> told(Topic topic, String key) {
        return jdbc.sql("select convert_from(payload, 'UTF8') from outbox where topic = :topic and key = :key")
                .param("topic", topic.topicName())
                .param("key", key)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static RequestTurn asked(UUID owner) {
        return new RequestTurn(
                new TurnId(UUID.randomUUID()),
                new ConversationId(UUID.randomUUID()),
                new Principal(Principal.Kind.USER, owner.toString()),
                null,
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                "Too late " + UUID.randomUUID(),
                "web",
                null,
                null,
                null,
                OnBusy.ENQUEUE,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static UUID idOf(Answer registered) {
        return UUID.fromString(registered.body().path("user").path("id").asString());
    }
}
