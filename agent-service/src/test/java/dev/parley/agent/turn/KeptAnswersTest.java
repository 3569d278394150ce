package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.UserErased;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** With a prompt whose answers may be kept. */
@AgentTest
@TestPropertySource(properties = "parley.agent.prompts.folder=src/test/resources/prompts/kept")
class KeptAnswersTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final EventProducer producer;
    private final ScriptedModel model;
    private final CountingTool tool;
    private final JdbcClient jdbc;
    private final Talk talk;
    private final UUID ada = UUID.randomUUID();

    KeptAnswersTest(
            @Autowired EventProducer producer,
            @Autowired ScriptedModel model,
            @Autowired CountingTool counting,
            @Autowired TestDatabase database) {
        this.producer = producer;
        this.model = model;
        this.tool = counting;
        this.jdbc = JdbcClient.create(database.dataSource());
        this.talk = new Talk(producer);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void an_equal_question_of_the_same_owner_asks_no_model_and_says_so() {
        String text = "Long. ".repeat(300).strip();
        RequestTurn first = ask(ada, "say " + text.replace(' ', '_'));
        JsonNode asked = talk.outcomeOf(first);
        long requests = model.requests.size();

        RequestTurn second = ask(ada, first.message());
        JsonNode again = talk.outcomeOf(second);

        assertThat(model.requests).hasSize((int) requests);
        assertThat(again.get("text")).isEqualTo(asked.get("text"));
        assertThat(again.get("model")).isEqualTo(asked.get("model"));
        assertThat(again.get("finish_reason").asString()).isEqualTo("stop");
        assertThat(again.get("prompt_version").asString()).startsWith("assistant/own-");
        JsonNode usage = again.get("usage");
        assertThat(usage.get("cached").asBoolean()).isTrue();
        assertThat(usage.get("cost_usd").decimalValue()).isZero();
        assertThat(usage.get("input_tokens").asInt()
                        + usage.get("output_tokens").asInt())
                .isZero();
        assertThat(asked.get("usage").has("cached")).isFalse();
        var stream = talk.streamOf(second);
        assertThat(Talk.text(stream)).isEqualTo(again.get("text").asString());
        assertThat(Talk.types(stream))
                .containsExactly("parley.turn.message_start.v1", "parley.turn.delta.v1", "parley.turn.message_end.v1");
        assertThat(Talk.json(stream.getLast()).get("usage")).isEqualTo(usage);
    }

    @Test
    void nobody_else_gets_it_whether_user_or_visitor() {
        String message = "say " + UUID.randomUUID();
        talk.outcomeOf(ask(ada, message));
        talk.outcomeOf(ask(visitor("one"), message));
        long before = model.requests.size();

        assertThat(cached(talk.outcomeOf(ask(UUID.randomUUID(), message)))).isFalse();
        assertThat(cached(talk.outcomeOf(ask(visitor("two"), message)))).isFalse();

        assertThat(model.requests).hasSize((int) before + 2);
        assertThat(cached(talk.outcomeOf(ask(visitor("one"), message)))).isTrue();
    }

    @Test
    void where_something_else_was_said_before_the_model_is_asked() {
        String message = "say " + UUID.randomUUID();
        RequestTurn first = ask(ada, message);
        talk.outcomeOf(first);

        RequestTurn second = Requests.of(user(ada), first.conversationId(), message);
        talk.send(second);

        assertThat(cached(talk.outcomeOf(second))).isFalse();
    }

    @Test
    void what_tools_have_done_is_done_again() {
        RequestTurn first = ask(ada, "tool counting");
        talk.outcomeOf(first);
        RequestTurn second = ask(ada, "tool counting");

        assertThat(cached(talk.outcomeOf(second))).isFalse();
        assertThat(tool.effects(first.turnId())).isOne();
        assertThat(tool.effects(second.turnId())).isOne();
    }

    @Test
    void what_broke_off_is_not_kept() {
        talk.outcomeOf(ask(ada, "break"));

        assertThat(talk.outcomeOf(ask(ada, "break")).get("code").asString()).isEqualTo("model_cut_off");
        assertThat(kept()).isZero();
    }

    @Test
    void an_answer_goes_with_the_conversation_in_which_it_was_given() {
        RequestTurn first = ask(ada, "say something");
        talk.outcomeOf(first);
        assertThat(kept()).isOne();

        talk.delete(first);

        await().atMost(SOON).until(() -> kept() == 0);
        assertThat(cached(talk.outcomeOf(ask(ada, "say something")))).isFalse();
    }

    @Test
    void an_answer_goes_with_its_owner() {
        talk.outcomeOf(ask(ada, "say something"));

        producer.sendAndAwait(Outgoing.of(
                Topic.IDENTITY_EVENTS,
                ada.toString(),
                UUID.randomUUID(),
                new UserErased(new UserId(ada), Instant.EPOCH)));

        await().atMost(SOON).until(() -> kept() == 0);
    }

    /** In a conversation of its own. */
    private RequestTurn ask(UUID user, String message) {
        return ask(user(user), message);
    }

    private RequestTurn ask(Principal owner, String message) {
        RequestTurn turn = Requests.of(owner, new ConversationId(UUID.randomUUID()), message);
        talk.send(turn);
        return turn;
    }

    private static Principal user(UUID id) {
        return new Principal(Principal.Kind.USER, id.toString());
    }

    private static Principal visitor(String id) {
        return new Principal(Principal.Kind.SESSION, id);
    }

    private static boolean cached(JsonNode outcome) {
        return outcome.get("usage").path("cached").asBoolean(false);
    }

    private long kept() {
        return jdbc.sql("select count(*) from kept_answer where tenant = :tenant")
                .param("tenant", "user:" + ada)
                .query(Long.class)
                .single();
    }
}
