package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker is killed at every single step of a turn that reads, pays and writes; others finish what it began. */
@AgentTest
class KilledTurnsTest {

    private static final int MORE_STEPS_THAN_A_TURN_HAS = 100;
    private static final Set<String> REPEATABLE = Set.of("reading", "sending");

    private final TurnHandler handler;
    private final Results results;
    private final CountingTool paying;
    private final CountingTool writing;
    private final CountingTool sending;
    private final JdbcClient jdbc;
    private final TopicReader stream = TopicReader.fromNow("chat.turn-stream");

    KilledTurnsTest(
            @Autowired TurnHandler handler,
            @Autowired CountingTool paying,
            @Autowired CountingTool counting,
            @Autowired CountingTool sending,
            @Autowired TestDatabase database) {
        this.handler = handler;
        this.paying = paying;
        this.writing = counting;
        this.sending = sending;
        this.jdbc = JdbcClient.create(database.dataSource());
        this.results = new Results(jdbc);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void each_effect_happens_once_and_there_is_one_answer_wherever_the_first_worker_is_killed() throws Exception {
        List<Boolean> deaths = new ArrayList<>();
        for (int steps = 0; steps < MORE_STEPS_THAN_A_TURN_HAS && !deaths.contains(false); steps++) {
            RequestTurn turn = readPayAndWrite();
            deaths.add(Mortals.die(steps, handler::run, turn, 1));
            assertThat(rows("turn_call", turn))
                    .as("calls that are marked as begun, killed at step %d: none before all begin", steps)
                    .isIn(0, 4);
            assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 2)).isFalse();
            check(turn, steps);
        }

        assertThat(deaths)
                .as("every step was died at")
                .hasSizeGreaterThan(12)
                .last()
                .isEqualTo(false);
    }

    @Test
    void each_effect_happens_once_though_one_worker_after_the_other_is_killed_a_step_later() throws Exception {
        RequestTurn turn = readPayAndWrite();
        int attempt = 1;
        while (Mortals.die(attempt, handler::run, turn, attempt)) {
            attempt++;
        }

        assertThat(attempt).isGreaterThan(5);
        check(turn, attempt);
    }

    private void check(RequestTurn turn, int steps) {
        TurnCompleted outcome = (TurnCompleted) results.find(turn.turnId()).orElseThrow();
        assertThat(paying.effects(turn.turnId()))
                .as("payments, killed at step %d", steps)
                .isLessThanOrEqualTo(1);
        assertThat(writing.effects(turn.turnId()))
                .as("writes, killed at step %d", steps)
                .isLessThanOrEqualTo(1);
        assertThat(outcome.toolCalls())
                .extracting(ToolCallRecord::toolId)
                .containsExactly("reading", "paying", "counting", "sending");
        outcome.toolCalls().forEach(call -> checkCall(call, turn));
        assertThat(sending.calls.stream()
                        .filter(call -> call.startsWith(turn.turnId().toString())))
                .as("effect ids, of which the other system takes each once")
                .containsOnly(turn.turnId() + ":0:3");
        Shown.of(turn, stream).check(outcome.text());
        assertThat(rows("memory", turn)).isEqualTo(2);
        assertThat(rows("turn_step", turn) + rows("turn_call", turn)).isZero();
    }

    /** What has a result took effect; of what took effect unheard, the user is told that nobody knows. */
    private void checkCall(ToolCallRecord call, RequestTurn turn) {
        CountingTool tool = call.toolId().equals("paying") ? paying : writing;
        if (REPEATABLE.contains(call.toolId())) {
            assertThat(call.error()).isNull();
        } else if (call.error() == null) {
            assertThat(tool.effects(turn.turnId())).isEqualTo(1);
        } else {
            assertThat(call.error()).isEqualTo("outcome_unknown");
        }
    }

    private int rows(String table, RequestTurn turn) {
        return jdbc.sql("select count(*) from " + table + " where conversation_id = :id")
                .param("id", turn.conversationId().value())
                .query(Integer.class)
                .single();
    }

    private static RequestTurn readPayAndWrite() {
        return Requests.plain(new ConversationId(UUID.randomUUID()), "tool reading,paying,counting,sending");
    }
}
