package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Turns that nobody wants any more: cancelled, interrupted, too late, deleted. */
@AgentTest
class UnwantedTurnsTest {
    private final Talk talk;
    private final JdbcClient jdbc;

    UnwantedTurnsTest(@Autowired EventProducer producer, @Autowired TestDatabase database) {
        this.talk = new Talk(producer);
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void a_turn_that_was_cancelled_before_it_was_seen_is_not_answered() {
        RequestTurn turn = talk.request("say no");
        talk.send(new CancelTurn(turn.turnId(), talk.conversation(), "withdrawn", Instant.EPOCH));
        talk.send(turn);

        assertThat(talk.outcomeOf(turn).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(talk.outcomeOf(turn).get("text").asString()).isEmpty();
    }

    @Test
    void a_turn_that_is_cancelled_while_it_is_answered_keeps_what_was_said() {
        RequestTurn turn = talk.ask("ponder");
        talk.awaitWords(turn);

        talk.send(new CancelTurn(turn.turnId(), talk.conversation(), "not wanted", Instant.EPOCH));

        List<TopicRecord> events = talk.streamOf(turn);
        assertThat(Talk.types(events).getLast()).isEqualTo("parley.turn.message_end.v1");
        assertThat(Talk.text(events)).isEqualTo("Hm… ");
        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(outcome.get("text").asString()).isEqualTo("Hm… ");
    }

    @Test
    void a_turn_that_is_cancelled_while_it_waits_ends_before_the_one_that_runs() {
        RequestTurn running = talk.ask("ponder");
        RequestTurn waiting = talk.ask("say never");
        RequestTurn after = talk.ask("remember");

        talk.send(new CancelTurn(waiting.turnId(), talk.conversation(), "not wanted", Instant.EPOCH));

        assertThat(talk.outcomeOf(waiting).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(Talk.types(talk.streamOf(waiting)))
                .containsExactly("parley.turn.message_start.v1", "parley.turn.message_end.v1");
        assertThat(talk.outcomeCount(running)).isZero();
        talk.send(new CancelTurn(running.turnId(), talk.conversation(), "not wanted", Instant.EPOCH));
        assertThat(talk.outcomeOf(after).get("text").asString()).isEqualTo("ponder");
    }

    @Test
    void a_turn_that_interrupts_cancels_those_before_it() {
        RequestTurn running = talk.ask("ponder");
        RequestTurn waiting = talk.ask("say never");
        talk.awaitBeginning(running);

        RequestTurn urgent = Requests.interrupting(talk.conversation(), "say now");
        talk.send(urgent);

        assertThat(talk.outcomeOf(urgent).get("text").asString()).isEqualTo("now");
        assertThat(talk.outcomeOf(running).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(talk.outcomeOf(waiting).get("finish_reason").asString()).isEqualTo("cancelled");
    }

    @Test
    void a_turn_that_runs_when_its_conversation_is_deleted_ends_and_leaves_nothing() {
        RequestTurn turn = talk.ask("ponder");
        talk.awaitWords(turn);

        talk.delete(turn);

        JsonNode last = Talk.json(talk.streamOf(turn).getLast());
        assertThat(last.get("code").asString()).isEqualTo("conversation_deleted");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(rowsOfConversation()).isZero();
            assertThat(payloadOfEnded(turn)).contains(0);
        });
        assertThat(talk.outcomeCount(turn)).isZero();
    }

    @Test
    void a_turn_that_comes_behind_the_deletion_of_its_conversation_leaves_nothing_either() {
        RequestTurn before = talk.ask("say before");
        talk.outcomeOf(before);
        talk.delete(before);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rowsOfConversation() == 0);

        RequestTurn turn = talk.ask("say too late");

        JsonNode last = Talk.json(talk.streamOf(turn).getLast());
        assertThat(last.get("code").asString()).isEqualTo("conversation_deleted");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(payloadOfEnded(turn)).contains(0));
        assertThat(talk.outcomeCount(turn)).isZero();
    }

    @Test
    void a_turn_that_waited_too_long_is_not_begun() {
        RequestTurn late = Requests.expired(talk.conversation(), "say late");
        talk.send(late);

        assertThat(talk.outcomeOf(late).get("code").asString()).isEqualTo("expired");
    }

    @Test
    void nothing_is_kept_of_a_deleted_conversation() {
        RequestTurn turn = talk.ask("say secret");
        talk.outcomeOf(turn);

        talk.delete(turn);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsOfConversation()).isZero());
    }

    @Test
    void a_turn_ends_also_when_memory_refuses_what_was_said() {
        jdbc.sql("""
                        create function refuse() returns trigger language plpgsql as $$
                        begin raise exception 'refused'; end $$""").update();
        jdbc.sql("""
                        create trigger refuse before insert on memory for each row
                        when (new.content = 'say the unspeakable') execute function refuse()""").update();
        RequestTurn turn = Requests.expired(talk.conversation(), "say the unspeakable");
        talk.send(turn);

        JsonNode outcome = talk.outcomeOf(turn);
        jdbc.sql("drop trigger refuse on memory").update();
        assertThat(outcome.get("code").asString()).isEqualTo("expired");
        assertThat(Talk.types(talk.streamOf(turn)).getLast()).isEqualTo("parley.turn.error.v1");
        assertThat(rowsOfConversation()).isEqualTo(1);
    }

    private Optional<Integer> payloadOfEnded(RequestTurn turn) {
        return jdbc.sql("select length(payload) from platform.work where id = :id and finished_at is not null")
                .param("id", turn.turnId().value())
                .query(Integer.class)
                .optional();
    }

    private long rowsOfConversation() {
        return List.of("memory", "turn_result", "turn_step", "turn_call", "turn_remains").stream()
                .mapToLong(table -> jdbc.sql("select count(*) from " + table + " where conversation_id = :id")
                        .param("id", talk.conversation().value())
                        .query((row, number) -> row.getLong(1))
                        .single())
                .sum();
    }
}
