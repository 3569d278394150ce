package dev.parley.simulator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.HttpCalls;
import dev.parley.simulator.http.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Anthropic's words. */
class MessagesTest {
    private static final String[] HEADERS = {"x-api-key", "sim", "anthropic-version", "2023-06-01"};

    private final LlmSimulator llm = LlmSimulator.start();
    private final HttpCalls calls = new HttpCalls(llm.baseUrl());

    @AfterEach
    void stop() {
        llm.close();
    }

    @Test
    void a_streamed_message_is_a_sequence_of_named_events() {
        String stream = send(request("[[say:Good day.]]").put("stream", true)).body();

        assertThat(stream.lines().filter(it -> it.startsWith("event: ")).map(it -> it.substring(7)))
                .containsExactly(
                        "message_start",
                        "ping",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        assertThat(stream).contains("\"stop_reason\":\"end_turn\"", "\"output_tokens\":2");
    }

    @Test
    void tools_are_used_in_blocks_of_their_own() {
        JsonNode message = Json.MAPPER.readTree(
                send(request("[[tool:find {\"what\":\"cafe\"}]]")).body());

        assertThat(message.path("stop_reason").asString()).isEqualTo("tool_use");
        assertThat(message.path("content").path(0).path("name").asString()).isEqualTo("find");
        assertThat(message.path("content").path(0).path("input").path("what").asString())
                .isEqualTo("cafe");
    }

    @Test
    void what_the_model_thinks_comes_in_front_and_is_taken_back_as_it_was_and_not_otherwise() {
        llm.byDefault(Script.callTool("find", "{}").thinking("Where, I wonder.").thinkingSecretly("Psst."));
        String stream = send(request("Cafes?").put("stream", true)).body();
        JsonNode said = Json.MAPPER.readTree(send(request("Cafes?")).body()).path("content");

        assertThat(stream)
                .contains(
                        "\"type\":\"thinking_delta\",\"thinking\":\"Where,\"",
                        "\"type\":\"signature_delta\"",
                        "\"content_block\":{\"type\":\"redacted_thinking\",\"data\":");
        assertThat(said.valueStream().map(it -> it.path("type").asString()))
                .containsExactly("thinking", "redacted_thinking", "tool_use");
        assertThat(send(followUp(said)).statusCode()).isEqualTo(200);
        ((ObjectNode) said.path(0)).put("thinking", "There, I know.");
        assertThat(send(followUp(said)).body()).contains("Invalid `signature` in `thinking` block");
    }

    private static ObjectNode followUp(JsonNode said) {
        ObjectNode request = request("Cafes?");
        var messages = request.withArray("messages");
        messages.addObject().put("role", "assistant").set("content", said);
        messages.addObject()
                .put("role", "user")
                .putArray("content")
                .addObject()
                .put("type", "tool_result")
                .put("tool_use_id", said.path(2).path("id").asString())
                .put("content", "{}");
        return request;
    }

    @Test
    void errors_have_their_own_shape() {
        HttpResponse<String> overloaded = send(request("[[error:529]]"));

        assertThat(overloaded.statusCode()).isEqualTo(529);
        JsonNode body = Json.MAPPER.readTree(overloaded.body());
        assertThat(body.path("type").asString()).isEqualTo("error");
        assertThat(body.path("error").path("type").asString()).isEqualTo("overloaded_error");
        assertThat(send(request("[[error:429 retry_after=2]]")).headers().firstValue("retry-after"))
                .contains("2");
    }

    @Test
    void what_the_real_one_refuses_is_refused() {
        ObjectNode noLimit = request("Hello");
        noLimit.remove("max_tokens");
        ObjectNode answerFirst = request("Hello");
        answerFirst.putArray("messages").addObject().put("role", "assistant").put("content", "Hi");

        assertThat(send(noLimit).body()).contains("invalid_request_error", "max_tokens: Field required");
        assertThat(send(answerFirst).statusCode()).isEqualTo(400);
        assertThat(send(request("Hello").put("temperature", 1.5)).statusCode()).isEqualTo(400);
        assertThat(calls.post("/messages", request("Hello").toString()).statusCode())
                .isEqualTo(401);
        assertThat(calls.post("/messages", "{", HEADERS).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> send(ObjectNode request) {
        return calls.post("/messages", request.toString(), HEADERS);
    }

    private static ObjectNode request(String text) {
        ObjectNode request = Json.object().put("model", "claude").put("max_tokens", 100);
        request.putArray("messages").addObject().put("role", "user").put("content", text);
        return request;
    }
}
