package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker is killed at every single step of a turn of which another assistant does a part. */
@AgentTest
class KilledSubtasksTest {
    private final TurnHandler handler;
    private final Results results;
    private final CountingTool paying;
    private final TopicReader stream = TopicReader.fromNow("chat.turn-stream");

    KilledSubtasksTest(
            @Autowired TurnHandler handler, @Autowired CountingTool paying, @Autowired TestDatabase database) {
        this.handler = handler;
        this.paying = paying;
        this.results = new Results(JdbcClient.create(database.dataSource()));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void what_was_handed_over_is_gone_on_with_and_counted_once() throws Exception {
        boolean died = true;
        int steps = 0;
        for (; died; steps++) {
            RequestTurn turn = turn();
            died = Mortals.die(steps, handler::run, turn, 1);
            assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 2)).isFalse();
            check(turn, steps);
        }
        assertThat(steps).isGreaterThan(12);
    }

    @Test
    void what_was_handed_over_is_part_of_what_is_left_of_a_turn_that_is_cancelled() throws Exception {
        boolean died = true;
        for (int steps = 0; died; steps++) {
            RequestTurn turn = turn();
            died = Mortals.die(steps, handler::run, turn, 1);
            assertThat(Mortals.die(Mortals.NEVER, handler::cancelled, turn, 2)).isFalse();

            var outcome = (TurnCompleted) results.find(turn.turnId()).orElseThrow();
            assertThat(outcome.toolCalls())
                    .filteredOn(call -> call.toolId().equals("paying"))
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(call -> assertThat(call.parentToolCallId()).isEqualTo(turn.turnId() + ":0:0"));
            if (outcome.toolCalls().size() == 2) {
                assertThat(outcome.usage().inputTokens()).isGreaterThanOrEqualTo(20);
            }
            Shown.of(turn, stream).check(outcome.text());
        }
    }

    private void check(RequestTurn turn, int steps) {
        var outcome = (TurnCompleted) results.find(turn.turnId()).orElseThrow();
        assertThat(paying.effects(turn.turnId()))
                .as("payments, killed at step %d", steps)
                .isLessThanOrEqualTo(1);
        assertThat(outcome.toolCalls())
                .as("calls, killed at step %d", steps)
                .extracting(ToolCallRecord::toolId)
                .containsExactly("hand_to_worker", "paying");
        assertThat(outcome.usage().inputTokens())
                .as("tokens, killed at step %d", steps)
                .isEqualTo(40);
        ToolCallRecord paid = outcome.toolCalls().getLast();
        assertThat(paid.error()).isIn(null, "outcome_unknown");
        assertThat(outcome.toolCalls().getFirst().error()).isNull();
        Shown.of(turn, stream).check(outcome.text());
    }

    private static RequestTurn turn() {
        return Requests.chosen(new ConversationId(UUID.randomUUID()), "hand worker tool paying", "chief", null);
    }
}
