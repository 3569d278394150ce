package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Only one answer at a time is to be had of a model, and few tokens a minute of the one that costs something. */
@AgentTest
@TestPropertySource(
        properties = {
            "parley.work.limits[model\\:scripted]=1",
            "parley.work.limits[model\\:alone]=1",
            "parley.agent.model.tokens-per-minute.openai=1000"
        })
class ModelLimitTest {
    private final Talk one;
    private final Talk other;
    private final GateTool tool;
    private final JdbcClient jdbc;

    ModelLimitTest(
            @Autowired EventProducer producer,
            @Autowired @Qualifier("gate") GateTool gate,
            @Autowired TestDatabase database) {
        this.one = new Talk(producer);
        this.other = new Talk(producer);
        this.tool = gate;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void a_turn_waits_for_room_at_the_model_and_that_is_no_failure() {
        RequestTurn running = Requests.toModel(one.conversation(), "ponder", ScriptedModel.ALONE);
        one.send(running);
        one.awaitWords(running);

        RequestTurn waiting = Requests.toModel(other.conversation(), "say later", ScriptedModel.ALONE);
        other.send(waiting);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("attempt", waiting) > 1);
        assertThat(other.outcomeCount(waiting)).isZero();
        one.send(new CancelTurn(running.turnId(), one.conversation(), "enough", Instant.EPOCH));

        assertThat(other.outcomeOf(waiting).get("text").asString()).isEqualTo("later");
        assertThat(count("failures", waiting)).isZero();
        await().until(() -> permitsTaken() == 0);
    }

    @Test
    void another_model_that_has_room_answers_for_one_that_has_none() {
        RequestTurn running = one.ask("ponder");
        one.awaitWords(running);

        RequestTurn passedOn = other.ask("say now");

        assertThat(other.outcomeOf(passedOn).get("model").asString()).isEqualTo("stand-in");
        assertThat(other.outcomeOf(passedOn).get("text").asString()).isEqualTo("I stand in.");
        assertThat(count("attempt", passedOn)).isEqualTo(1);
        one.send(new CancelTurn(running.turnId(), one.conversation(), "enough", Instant.EPOCH));
        assertThat(one.outcomeOf(running).get("model").asString()).isEqualTo("scripted");
    }

    @Test
    void a_model_that_was_only_full_is_asked_later_when_its_stand_in_fails() {
        RequestTurn running = one.ask("ponder");
        one.awaitWords(running);

        RequestTurn waiting = Requests.toModel(other.conversation(), "say later", ScriptedModel.FRAIL);
        other.send(waiting);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("attempt", waiting) > 1);
        one.send(new CancelTurn(running.turnId(), one.conversation(), "enough", Instant.EPOCH));

        assertThat(other.outcomeOf(waiting).get("text").asString()).isEqualTo("later");
        assertThat(count("failures", waiting)).isZero();
    }

    @Test
    void a_turn_holds_no_place_at_the_model_while_its_tools_run() {
        RequestTurn calling = one.ask("tool gate");
        one.awaitWords(calling);

        RequestTurn meanwhile = other.ask("say meanwhile");
        assertThat(other.outcomeOf(meanwhile).get("text").asString()).isEqualTo("meanwhile");
        assertThat(one.outcomeCount(calling)).isZero();
        tool.gate.countDown();

        assertThat(one.outcomeOf(calling).get("text").asString()).contains("\"word\":\"x\"");
    }

    @Test
    void a_turn_waits_for_tokens_of_its_provider_and_what_another_did_not_need_is_given_back() {
        RequestTurn running = Requests.toModel(one.conversation(), "ponder", ScriptedModel.PAID);
        one.send(running);
        one.awaitWords(running);
        assertThat(tokensLeft()).isLessThan(500);

        RequestTurn waiting = Requests.toModel(other.conversation(), "say later", ScriptedModel.PAID);
        other.send(waiting);
        await().atMost(Duration.ofSeconds(30)).until(() -> count("attempt", waiting) > 1);
        one.send(new CancelTurn(running.turnId(), one.conversation(), "enough", Instant.EPOCH));

        assertThat(other.outcomeOf(waiting).get("text").asString()).isEqualTo("later");
        assertThat(count("failures", waiting)).isZero();
        await().until(() -> tokensLeft() > 900);
    }

    private double tokensLeft() {
        return jdbc.sql("select tokens from token_rate where provider = 'openai'")
                .query(Double.class)
                .single();
    }

    private int count(String column, RequestTurn turn) {
        return jdbc.sql("select " + column + " from platform.work where id = :id")
                .param("id", turn.turnId().value())
                .query(Integer.class)
                .single();
    }

    private int permitsTaken() {
        return jdbc.sql("select count(*) from platform.work_permit where worker is not null")
                .query(Integer.class)
                .single();
    }
}
