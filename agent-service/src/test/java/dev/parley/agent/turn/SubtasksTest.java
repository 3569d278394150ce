package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.topic.TopicRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;

/** Assistants that hand a part of a turn to others. */
@AgentTest
class SubtasksTest {
    private final Talk talk;
    private final ScriptedModel model;
    private final CountingTool counting;
    private final CountingTool asking;

    SubtasksTest(
            @Autowired EventProducer producer,
            @Autowired ScriptedModel model,
            @Autowired @Qualifier("counting") CountingTool counting,
            @Autowired @Qualifier("asking") CountingTool asking) {
        this.talk = new Talk(producer);
        this.model = model;
        this.counting = counting;
        this.asking = asking;
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void a_task_is_done_by_another_assistant_whose_calls_and_costs_are_the_turns() {
        RequestTurn turn = ask("hand worker tool counting");

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("tool_calls").valueStream())
                .extracting(SubtasksTest::nesting)
                .containsExactly("hand_to_worker :0:0 in ", "counting :0:0:0:0 in :0:0");
        JsonNode report = outcome.get("tool_calls").get(0).get("result");
        assertThat(report.get("assistant").asString()).isEqualTo("worker");
        assertThat(report.get("answer").asString()).isEqualTo("{\"word\":\"x\",\"length\":1}");
        assertThat(report.get("usage").get("input_tokens").asInt()).isEqualTo(20);
        assertThat(outcome.get("usage").get("input_tokens").asInt()).isEqualTo(40);
        assertThat(outcome.get("usage").get("cost_usd").decimalValue())
                .isPositive()
                .isEqualByComparingTo(report.get("usage").get("cost_usd").decimalValue());
        assertThat(counting.effects(turn.turnId())).isEqualTo(1);
    }

    @Test
    void readers_see_the_calls_within_the_one_that_handed_the_task_over() {
        RequestTurn turn = ask("hand worker tool counting");

        assertThat(talk.streamOf(turn).stream()
                        .filter(event -> String.valueOf(event.header("ce_type")).contains(".tool_"))
                        .map(SubtasksTest::told))
                .containsExactly(
                        "tool_call hand_to_worker :0:0 in ",
                        "tool_call counting :0:0:0:0 in :0:0",
                        "tool_result counting :0:0:0:0 in :0:0",
                        "tool_result hand_to_worker :0:0 in ");
    }

    @Test
    void what_it_is_told_is_its_own_prompt_and_the_task_and_nothing_else() {
        talk.outcomeOf(ask("hand worker say what I was told"));

        assertThat(model.requests.stream()
                        .filter(request -> request.messages().toString().contains("[text=say what I was told]")))
                .singleElement()
                .satisfies(request -> assertThat(request.messages().toString())
                        .startsWith("[Instructions[text=You work. Today is 2")
                        .doesNotContain("hand worker"));
    }

    @Test
    void tasks_of_one_step_are_done_side_by_side_and_a_part_may_be_handed_on() {
        RequestTurn turn = ask("hand deputy say one;hand worker say two");

        assertThat(talk.outcomeOf(turn).get("tool_calls").valueStream())
                .extracting(SubtasksTest::nesting)
                .containsExactly(
                        "hand_to_deputy :0:0 in ", "hand_to_deputy :0:1 in ", "hand_to_worker :0:1:0:0 in :0:1");
        assertThat(talk.outcomeOf(turn).get("text").asString()).contains("two");
    }

    @Test
    void nobody_gets_a_part_of_what_is_his_own_task() {
        RequestTurn turn = ask("hand deputy hand chief say x");

        assertThat(talk.outcomeOf(turn).get("tool_calls").get(1).get("error").asString())
                .isEqualTo("unknown_tool");
    }

    @Test
    void an_assistant_has_its_own_tools_and_no_others() {
        RequestTurn turn = ask("hand worker tool large");

        assertThat(talk.outcomeOf(turn).get("tool_calls").get(1).get("error").asString())
                .isEqualTo("unknown_tool");
    }

    @Test
    void a_task_ends_when_its_budget_is_spent() {
        RequestTurn turn = ask("hand frugal tool counting");

        assertThat(talk.outcomeOf(turn).get("tool_calls").get(0).get("error").asString())
                .isEqualTo("subtask_budget_exceeded");
        assertThat(talk.outcomeOf(turn).get("usage").get("input_tokens").asInt())
                .isEqualTo(30);
        assertThat(counting.effects(turn.turnId())).isEqualTo(1);
    }

    @Test
    void a_task_ends_when_it_takes_too_many_steps() {
        RequestTurn turn = ask("hand worker loop");

        assertThat(talk.outcomeOf(turn).get("tool_calls").get(0).get("error").asString())
                .isEqualTo("subtask_step_limit");
        assertThat(talk.outcomeOf(turn).get("tool_calls")).hasSize(1 + 3);
    }

    @Test
    void a_turn_hands_over_so_many_tasks_and_no_more() {
        RequestTurn turn = ask("hand worker say 0" + ";say more".repeat(CallQuota.MOST_TASKS));

        JsonNode calls = talk.outcomeOf(turn).get("tool_calls");
        assertThat(calls.valueStream().filter(call -> call.has("result"))).hasSize(CallQuota.MOST_TASKS);
        assertThat(calls.get(CallQuota.MOST_TASKS).get("error").asString()).isEqualTo("too_many_tasks");
    }

    @Test
    void a_task_whose_model_fails_is_an_error_that_the_other_model_reads() {
        RequestTurn turn = ask("hand frugal reject");

        assertThat(talk.outcomeOf(turn).get("text").asString()).contains("model_rejected_request");
    }

    @Test
    void somebody_agrees_to_a_call_within_a_task_and_nothing_is_asked_or_done_twice() {
        RequestTurn turn = ask("hand worker tool counting,asking");
        String call = talk.pauseOf(turn).get("tool_call_ids").get(0).asString();
        assertThat(call).isEqualTo(turn.turnId() + ":0:0:0:1");
        assertThat(asking.effects(turn.turnId())).isZero();

        talk.send(new DecideToolCall(turn.turnId(), talk.conversation(), call, Decision.APPROVE, null, Instant.EPOCH));

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).contains("\\\"length\\\":1");
        assertThat(outcome.get("usage").get("input_tokens").asInt()).isEqualTo(40);
        assertThat(asking.effects(turn.turnId())).isEqualTo(1);
        assertThat(counting.effects(turn.turnId())).isEqualTo(1);
    }

    @Test
    void a_turn_that_is_cancelled_ends_with_the_tasks_that_it_has_handed_over() {
        RequestTurn turn = ask("hand frugal ponder");
        var _ = talk.awaitCall(turn, call -> true);

        talk.send(new CancelTurn(turn.turnId(), talk.conversation(), "not wanted", Instant.EPOCH));

        assertThat(talk.outcomeOf(turn).get("finish_reason").asString()).isEqualTo("cancelled");
    }

    @Test
    void an_assistant_may_be_named_in_place_of_a_model() {
        RequestTurn turn = Requests.toModel(talk.conversation(), "say hello", "worker");
        talk.send(turn);

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("model").asString()).isEqualTo(ScriptedModel.PAID);
        assertThat(outcome.get("prompt_version").asString()).startsWith("worker/own-");
    }

    @Test
    void an_assistant_that_there_is_not_any_more_ends_the_turn_and_so_does_a_tool_that_it_has_not() {
        RequestTurn gone = Requests.chosen(talk.conversation(), "say x", "gone", null);
        talk.send(gone);
        RequestTurn lacking = Requests.chosen(talk.conversation(), "say x", "worker", "large");
        talk.send(lacking);

        assertThat(talk.outcomeOf(gone).get("code").asString()).isEqualTo("unknown_assistant");
        assertThat(talk.outcomeOf(lacking).get("code").asString()).isEqualTo("unknown_tool");
    }

    private RequestTurn ask(String message) {
        RequestTurn turn = Requests.chosen(talk.conversation(), message, "chief", null);
        talk.send(turn);
        return turn;
    }

    private static String told(TopicRecord event) {
        List<String> type = List.of(String.valueOf(event.header("ce_type")).split("\\."));
        return type.get(2) + " " + nesting(Talk.json(event));
    }

    private static String nesting(JsonNode call) {
        return call.get("tool_id").asString() + " " + place(call.path("tool_call_id")) + " in "
                + place(call.path("parent_tool_call_id"));
    }

    /** Behind the id of the turn. */
    private static String place(JsonNode id) {
        String text = id.asString("");
        return text.isEmpty() ? "" : text.substring(text.indexOf(':'));
    }
}
