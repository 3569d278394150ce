package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tools that wait for somebody to agree. */
@AgentTest
class ApprovalsTest {
    private final Talk talk;
    private final CountingTool asking;
    private final CountingTool counting;
    private final ComingTools coming;
    private final JdbcClient jdbc;

    ApprovalsTest(
            @Autowired EventProducer producer,
            @Autowired @Qualifier("asking") CountingTool asking,
            @Autowired @Qualifier("counting") CountingTool counting,
            @Autowired ComingTools coming,
            @Autowired TestDatabase database) {
        this.talk = new Talk(producer);
        this.asking = asking;
        this.counting = counting;
        this.coming = coming;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void a_call_that_is_approved_is_made_once_and_not_before() {
        RequestTurn turn = talk.ask("tool asking");
        String call = waitingCall(turn);
        assertThat(asking.effects(turn.turnId())).isZero();

        decide(turn, call, Decision.APPROVE, null);
        decide(turn, call, Decision.REJECT, "Too late.");

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("Looking.\n\n{\"word\":\"x\",\"length\":1}");
        assertThat(asking.effects(turn.turnId())).isEqualTo(1);
        assertThat(talk.callsOf(turn))
                .extracting(event -> event.path("status").asString(""))
                .containsExactly("waiting_approval", "");
        assertThat(Talk.types(talk.streamOf(turn)))
                .containsSubsequence("parley.turn.tool_call.v1", "parley.turn.waiting.v1");
        assertThat(rows(turn)).isZero();
    }

    @Test
    void a_call_that_is_rejected_is_not_made_and_the_model_reads_why() {
        RequestTurn turn = talk.ask("tool asking");

        decide(turn, waitingCall(turn), Decision.REJECT, "Not on a Sunday.");

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).contains("rejected", "Not on a Sunday.");
        assertThat(outcome.get("tool_calls").get(0).get("error").asString()).isEqualTo("rejected");
        assertThat(asking.effects(turn.turnId())).isZero();
    }

    @Test
    void other_calls_of_the_step_do_not_wait_and_are_not_made_again() {
        RequestTurn turn = talk.ask("tool counting,asking");
        String call = waitingCall(turn);
        assertThat(counting.effects(turn.turnId())).isEqualTo(1);

        decide(turn, call, Decision.APPROVE, null);

        assertThat(talk.outcomeOf(turn).get("tool_calls").size()).isEqualTo(2);
        assertThat(counting.effects(turn.turnId())).isEqualTo(1);
        assertThat(asking.effects(turn.turnId())).isEqualTo(1);
    }

    @Test
    void a_new_question_supersedes_a_turn_that_waits() {
        RequestTurn turn = talk.ask("tool asking");
        waitingCall(turn);

        RequestTurn next = talk.ask("say never mind");

        assertThat(talk.outcomeOf(turn).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(talk.outcomeOf(turn).get("text").asString()).isEqualTo("Looking.");
        assertThat(talk.outcomeOf(next).get("text").asString()).isEqualTo("nevermind");
        assertThat(asking.effects(turn.turnId())).isZero();
    }

    @Test
    void a_turn_that_waits_can_be_cancelled() {
        RequestTurn turn = talk.ask("tool asking");
        String call = waitingCall(turn);

        talk.send(new CancelTurn(turn.turnId(), talk.conversation(), "not wanted", Instant.EPOCH));

        assertThat(talk.outcomeOf(turn).get("finish_reason").asString()).isEqualTo("cancelled");
        decide(turn, call, Decision.APPROVE, null);
        assertThat(asking.effects(turn.turnId())).isZero();
    }

    @Test
    void what_nobody_decides_in_time_is_not_made() {
        RequestTurn turn = talk.ask("tool asking");
        String call = waitingCall(turn);

        jdbc.sql("update approval set expires_at = now() where turn_id = :turn")
                .param("turn", turn.turnId().value())
                .update();
        decide(turn, call, Decision.APPROVE, null);

        assertThat(talk.outcomeOf(turn).get("text").asString()).contains("approval_expired");
        assertThat(asking.effects(turn.turnId())).isZero();
    }

    @Test
    void what_was_approved_are_these_arguments_and_no_others() {
        RequestTurn turn = talk.ask("tool asking");
        String call = waitingCall(turn);

        jdbc.sql("update approval set arguments_hash = 'of others' where turn_id = :turn")
                .param("turn", turn.turnId().value())
                .update();
        decide(turn, call, Decision.APPROVE, null);

        assertThat(talk.outcomeOf(turn).get("text").asString()).contains("approval_mismatch");
        assertThat(asking.effects(turn.turnId())).isZero();
    }

    @Test
    void nothing_of_it_is_kept_when_its_conversation_is_deleted() {
        RequestTurn turn = talk.ask("tool asking");
        waitingCall(turn);

        talk.delete(turn);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> rows(turn) == 0);
    }

    @Test
    void a_call_that_was_approved_waits_until_its_tool_is_there_again() {
        RequestTurn turn = talk.ask("tool coming");
        String call = waitingCall(turn);
        coming.go();

        decide(turn, call, Decision.APPROVE, null);
        talk.awaitAttempt(turn, 2);
        assertThat(coming.calls).isEmpty();
        coming.come();

        assertThat(talk.outcomeOf(turn).get("text").asString()).isEqualTo("Looking.\n\n{\"came\":true}");
        assertThat(coming.calls).containsExactly(call);
    }

    private String waitingCall(RequestTurn turn) {
        JsonNode calls = talk.pauseOf(turn).get("tool_call_ids");
        assertThat(calls.size()).isEqualTo(1);
        Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from platform.work_lane where paused and lane = :lane")
                                .param("lane", talk.conversation().toString())
                                .query(Long.class)
                                .single()
                        == 1);
        return calls.get(0).asString();
    }

    private long rows(RequestTurn turn) {
        return jdbc.sql("select count(*) from approval where turn_id = :turn")
                .param("turn", turn.turnId().value())
                .query(Long.class)
                .single();
    }

    private void decide(RequestTurn turn, String call, Decision decision, @Nullable String comment) {
        talk.send(new DecideToolCall(turn.turnId(), talk.conversation(), call, decision, comment, Instant.EPOCH));
    }
}
