package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Questions about places, which cross the log twice: to the agent, and from there to location-service and back. */
@Journey
class ScoutingJourney {
    private static final Pattern RECOMMENDED = Pattern.compile(
            "(?:recommendation is |on the list: |\\); )([^:;()]+?)(?:, with | \\()\\d+ (?:of 100 )?points");

    private final Visitor visitor;
    private final Stack stack;

    ScoutingJourney(Stack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void the_built_in_model_scouts_and_names_only_what_was_found() {
        Answer answer = visitor.ask(
                Question.of("Where could I open a coffee bar in Berlin?").toModel("offline"));

        Truths.wholeAnswer(answer);
        SseEvent call = answer.first("tool_call");
        assertThat(call.text("tool_id")).isEqualTo("location_scout");
        assertThat(call.data().path("arguments").path("area").asString("")).isEqualTo("Berlin");
        JsonNode result = resultOf(answer, call);
        List<String> recommended = namesIn(answer.text());
        assertThat(recommended.getFirst())
                .isEqualTo(result.path("candidates").path(0).path("name").asString("?"));
        assertThat(names(result.path("candidates"))).containsAll(recommended);
    }

    @Test
    void a_model_of_a_provider_may_call_the_same_tool() {
        Answer answer = visitor.ask(simulated("[[tool:location_scout "
                + Json.write(Map.of("business_type", "bakery", "area", "Paris", "candidates", 3)) + "]]"));

        Truths.wholeAnswer(answer);
        assertThat(answer.names().stream().distinct().limit(3))
                .containsExactly("message_start", "tool_call", "tool_result");
        SseEvent call = answer.first("tool_call");
        assertThat(call.data().path("arguments").path("business_type").asString(""))
                .isEqualTo("bakery");
        JsonNode result = resultOf(answer, call);
        assertThat(result.path("candidates")).hasSizeBetween(1, 3);
        assertThat(answer.text())
                .startsWith("The tools answered.")
                .contains(result.path("candidates").path(0).path("name").asString("?"));
    }

    @Test
    void tool_calls_are_stored_with_their_answer() {
        Answer answer =
                visitor.ask(simulated("[[tool:location_scout {\"business_type\":\"gym\",\"area\":\"Austin\"}]]"));

        JsonNode call = await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> visitor.messages(answer.conversation()), messages -> messages.size() == 2)
                .getLast()
                .path("tool_calls")
                .path(0);
        assertThat(call.path("tool_call_id").asString(""))
                .isEqualTo(answer.first("tool_call").text("tool_call_id"));
        assertThat(call.path("result"))
                .isEqualTo(answer.first("tool_result").data().path("result"));
    }

    @Test
    void the_visitor_can_say_which_tool_has_to_answer() {
        Answer answer = visitor.ask(
                Question.of("bakeries in Paris, please").toModel("offline").using("find_places"));

        assertThat(answer.first("tool_call").text("tool_id")).isEqualTo("find_places");
        assertThat(answer.first("tool_result").data().path("result").path("places"))
                .isNotEmpty();
        Truths.wholeAnswer(answer);
    }

    @Test
    void a_place_that_nobody_knows_is_said_to_be_unknown() {
        Answer answer =
                visitor.ask(simulated("[[tool:location_scout {\"business_type\":\"gym\",\"area\":\"Xyzzyville\"}]]"));

        assertThat(answer.first("tool_result").text("error")).isEqualTo("area_not_found");
        Truths.wholeAnswer(answer);
    }

    @Test
    void a_tool_that_the_model_has_made_up_is_answered_with_an_error_and_the_turn_goes_on() {
        Answer answer = visitor.ask(simulated("[[tool:open_the_pod_bay_doors {\"now\":true}]] [[say:I could not.]]"));

        assertThat(answer.first("tool_result").text("error")).isEqualTo("unknown_tool");
        assertThat(answer.text()).isEqualTo("I could not.");
    }

    @Test
    void the_tools_are_listed() {
        List<JsonNode> tools =
                visitor.get("/api/tools").json().path("items").valueStream().toList();

        assertThat(tools).extracting(tool -> tool.path("tool_id").asString("")).contains("location_scout");
        JsonNode scout = visitor.get("/api/tools/location_scout").json();
        assertThat(tools).contains(scout);
        assertThat(scout.path("parameters").path("properties").propertyNames()).contains("business_type", "area");
        assertThat(scout.path("approval_required").asBoolean(true)).isFalse();
    }

    /** The best place, and those that are {@code next on the list}, as the answer words them. */
    private static List<String> namesIn(String text) {
        return RECOMMENDED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static List<String> names(JsonNode candidates) {
        return candidates
                .valueStream()
                .map(candidate -> candidate.path("name").asString(""))
                .toList();
    }

    private Question simulated(String message) {
        return Question.of(message).toModel(stack.simulated("sim"));
    }

    private static JsonNode resultOf(Answer answer, SseEvent call) {
        SseEvent result = answer.first("tool_result");
        assertThat(result.text("tool_call_id")).isEqualTo(call.text("tool_call_id"));
        assertThat(result.data().path("error").isMissingNode())
                .as(result.data().toString())
                .isTrue();
        assertThat(result.data().path("duration_ms").asLong(-1)).isNotNegative();
        return result.data().path("result");
    }
}
