package dev.parley.simulator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.http.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ToolCallsTest {
    private static final String ASK =
            "[[tool:location_scout {\"business_type\":\"cafe\",\"near\":[[52.5,13.4]],\"area\":\"Köln 🙂\"}]]";

    private final LlmSimulator llm = LlmSimulator.start();
    private final Chat chat = new Chat(llm);

    @AfterEach
    void stop() {
        llm.close();
    }

    @Test
    void a_call_is_streamed_with_its_id_first_and_its_arguments_in_pieces() {
        List<JsonNode> events = Chat.events(chat.send(Chat.streamed("sim", ASK)).body());

        List<JsonNode> pieces = pieces(events);
        assertThat(pieces.getFirst().path("id").asString()).startsWith("call_");
        assertThat(pieces.getFirst().path("type").asString()).isEqualTo("function");
        assertThat(pieces.getFirst().path("function").path("name").asString()).isEqualTo("location_scout");
        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(pieces.subList(1, pieces.size())).allMatch(piece -> !piece.has("id"));
        assertThat(Json.MAPPER.readTree(arguments(pieces)).path("area").asString())
                .isEqualTo("Köln 🙂");
        assertThat(Chat.finishReasons(events)).containsExactly("tool_calls");
    }

    @Test
    void several_calls_have_an_index_each() {
        llm.byDefault(Script.callTools(new ToolCall("a", "{\"x\":1}"), new ToolCall("b", "{\"y\":2}"))
                .saying("Let me look."));

        List<JsonNode> events =
                Chat.events(chat.send(Chat.streamed("sim", "Go")).body());

        assertThat(Chat.joined(events)).isEqualTo("Let me look.");
        assertThat(arguments(withIndex(0, events))).isEqualTo("{\"x\":1}");
        assertThat(arguments(withIndex(1, events))).isEqualTo("{\"y\":2}");
    }

    @Test
    void the_results_of_the_calls_are_used_in_the_text_that_follows() {
        ObjectNode request = Chat.request("sim", ASK);
        JsonNode called = chat.answer(request);
        answered(request, called, "{\"area\":\"Berlin\",\"score\":87}");

        JsonNode after = chat.answer(request);

        assertThat(called.path("choices").path(0).path("finish_reason").asString())
                .isEqualTo("tool_calls");
        assertThat(called.path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .isNull())
                .isTrue();
        assertThat(after.path("choices").path(0).path("message").path("content").asString())
                .isEqualTo("The tools answered.\nResult 1: {\"area\":\"Berlin\",\"score\":87}");
    }

    @Test
    void rounds_follow_each_other_and_a_later_question_starts_anew() {
        String ask = "[[tool:first {}]] [[then]] [[tool:second {}]] [[error:503 times=1]] [[say:Done.]]";
        ObjectNode request = Chat.request("sim", ask);

        JsonNode one = chat.answer(request);
        answered(request, one, "1");
        JsonNode two = chat.answer(request);
        answered(request, two, "2");

        assertThat(names(one)).containsExactly("first");
        assertThat(names(two)).containsExactly("second");
        assertThat(chat.send(request).statusCode()).isEqualTo(503);
        assertThat(chat.text(request)).isEqualTo("Done.");

        messages(request).addObject().put("role", "assistant").put("content", "Done.");
        messages(request).addObject().put("role", "user").put("content", ask);

        assertThat(names(chat.answer(request))).containsExactly("first");
    }

    @Test
    void where_only_one_call_at_a_time_is_allowed_they_come_in_turn() {
        ObjectNode request = Chat.request("sim", "[[tool:a {}]] [[tool:b {}]] [[say:Both.]]");
        request.put("parallel_tool_calls", false);

        JsonNode one = chat.answer(request);
        answered(request, one, "1");
        JsonNode two = chat.answer(request);
        answered(request, two, "2");

        assertThat(names(one)).containsExactly("a");
        assertThat(names(two)).containsExactly("b");
        assertThat(chat.text(request)).isEqualTo("Both.");
    }

    @Test
    void where_no_call_is_allowed_it_speaks() {
        ObjectNode request =
                Chat.request("sim", "[[tool:a {}]] [[say:I may not.]]").put("tool_choice", "none");

        assertThat(chat.text(request)).isEqualTo("I may not.");
    }

    @Test
    void a_script_may_make_its_text_from_the_results() {
        llm.respondTo(
                request -> request.toolNames().contains("clock"),
                Script.callTool("clock", "not json")
                        .then(request -> "It is " + request.toolResults().getFirst()));
        ObjectNode request = Chat.request("sim", "What time is it?");
        request.putArray("tools")
                .addObject()
                .put("type", "function")
                .putObject("function")
                .put("name", "clock");

        JsonNode called = chat.answer(request);
        answered(request, called, "noon");

        assertThat(chat.text(request)).isEqualTo("It is noon");
    }

    private static void answered(ObjectNode request, JsonNode answer, String result) {
        JsonNode message = answer.path("choices").path(0).path("message");
        messages(request).add(message);
        for (JsonNode call : message.path("tool_calls")) {
            messages(request)
                    .addObject()
                    .put("role", "tool")
                    .put("tool_call_id", call.path("id").asString())
                    .put("content", result);
        }
    }

    private static ArrayNode messages(ObjectNode request) {
        return (ArrayNode) request.path("messages");
    }

    private static List<String> names(JsonNode answer) {
        JsonNode calls = answer.path("choices").path(0).path("message").path("tool_calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .map(call -> call.path("function").path("name").asString())
                .toList();
    }

    private static List<JsonNode> withIndex(int index, List<JsonNode> events) {
        return pieces(events).stream()
                .filter(piece -> piece.path("index").asInt() == index)
                .toList();
    }

    private static List<JsonNode> pieces(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("choices")
                        .path(0)
                        .path("delta")
                        .path("tool_calls")
                        .path(0))
                .filter(piece -> !piece.isMissingNode())
                .toList();
    }

    private static String arguments(List<JsonNode> pieces) {
        return pieces.stream()
                .map(piece -> piece.path("function").path("arguments").asString())
                .collect(Collectors.joining());
    }
}
