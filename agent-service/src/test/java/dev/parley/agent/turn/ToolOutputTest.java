package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tools that tell of themselves while they run. */
@AgentTest
class ToolOutputTest {
    private final Talk talk;
    private final TurnHandler handler;
    private final Results results;
    private final ScriptedModel model;
    private final SpeakingTool speaking;
    private final StagedTool staged;
    private final TopicReader stream = TopicReader.fromNow("chat.turn-stream");

    ToolOutputTest(
            @Autowired EventProducer producer,
            @Autowired TurnHandler handler,
            @Autowired TestDatabase database,
            @Autowired ScriptedModel model,
            @Autowired SpeakingTool speaking,
            @Autowired StagedTool staged) {
        this.talk = new Talk(producer);
        this.handler = handler;
        this.results = new Results(JdbcClient.create(database.dataSource()));
        this.model = model;
        this.speaking = speaking;
        this.staged = staged;
    }

    @AfterEach
    void close() {
        talk.close();
        stream.close();
    }

    @Test
    void what_the_tool_says_that_has_to_answer_is_the_answer() {
        int asked = model.requests.size();
        RequestTurn turn = Requests.chosen(talk.conversation(), "tool speaking", null, "speaking");
        talk.send(turn);

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("Looking.\n\nOne two.");
        assertThat(outcome.get("finish_reason").asString()).isEqualTo("stop");
        assertThat(Talk.text(talk.streamOf(turn))).isEqualTo("Looking.\n\nOne two.");
        assertThat(model.requests).hasSize(asked + 1);
    }

    @Test
    void what_a_tool_says_that_a_model_has_chosen_is_for_the_model() {
        RequestTurn turn = talk.ask("tool speaking");

        assertThat(talk.outcomeOf(turn).get("text").asString()).isEqualTo("Looking.\n\n{\"text\":\"One two.\"}");
    }

    @Test
    void how_far_it_has_come_is_shown_now_and_then_and_the_last_of_it_for_certain() {
        RequestTurn turn = talk.ask("tool staged");

        JsonNode last = talk.awaitCall(
                turn, call -> call.path("progress").path("stage").asString("").equals(StagedTool.LAST));
        staged.gate.countDown();

        assertThat(last.get("status").asString()).isEqualTo("running");
        assertThat(last.get("progress").get("share").asDouble()).isEqualTo(1);
        assertThat(last.get("arguments").get("word").asString()).isEqualTo("x");
        talk.outcomeOf(turn);
        List<JsonNode> calls = talk.callsOf(turn);
        assertThat(calls).hasSizeBetween(2, StagedTool.TELLINGS / 100);
        assertThat(calls)
                .extracting(call -> call.get("tool_call_id").asString())
                .containsOnly(turn.turnId() + ":0:0");
    }

    @Test
    void it_speaks_once_wherever_the_first_worker_is_killed() throws Exception {
        boolean died = true;
        for (int steps = 0; died; steps++) {
            RequestTurn turn =
                    Requests.chosen(new ConversationId(UUID.randomUUID()), "tool speaking", null, "speaking");
            died = Mortals.die(steps, handler::run, turn, 1);
            assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 2)).isFalse();

            var outcome = (TurnCompleted) results.find(turn.turnId()).orElseThrow();
            ToolCallRecord call = outcome.toolCalls().getFirst();
            assertThat(speaking.calls.stream()
                            .filter(id -> id.startsWith(turn.turnId().toString())))
                    .hasSizeLessThanOrEqualTo(1);
            if (call.error() == null) {
                assertThat(outcome.text()).isEqualTo("Looking.\n\nOne two.");
            } else {
                assertThat(call.error()).isEqualTo("outcome_unknown");
            }
            Shown.of(turn, stream).check(outcome.text());
        }
    }
}
