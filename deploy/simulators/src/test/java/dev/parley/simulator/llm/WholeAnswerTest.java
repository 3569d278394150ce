package dev.parley.simulator.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.simulator.http.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WholeAnswerTest {
    private final LlmSimulator llm = LlmSimulator.start();
    private final Chat chat = new Chat(llm);

    @AfterEach
    void stop() {
        llm.close();
    }

    @Test
    void an_answer_that_is_not_streamed_comes_in_one_piece() {
        llm.respondTo(
                request -> request.model().equals("m"),
                Script.say("All at once.").gap(Duration.ofMillis(1)));

        JsonNode answer = chat.answer(Chat.request("m", "Hello"));

        JsonNode choice = answer.path("choices").path(0);
        assertThat(answer.path("object").asString()).isEqualTo("chat.completion");
        assertThat(choice.path("message").path("content").asString()).isEqualTo("All at once.");
        assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
        assertThat(answer.path("usage").path("total_tokens").asInt())
                .isEqualTo(3 + answer.path("usage").path("prompt_tokens").asInt());
    }

    @Test
    void without_any_script_it_repeats_what_was_said_and_counts_what_came_before() {
        var request = Json.object().put("model", "sim");
        var messages = request.putArray("messages");
        messages.addObject().put("role", "system").put("content", "Be brief.");
        messages.addObject().put("role", "user").put("content", "My name is Ada.");
        messages.addObject().put("role", "assistant").put("content", "Hello Ada.");
        var parts = messages.addObject().put("role", "user").putArray("content");
        parts.addObject().put("type", "text").put("text", "What is my name?");

        assertThat(chat.text(request))
                .isEqualTo("You said: What is my name?\nEarlier messages: 2. The first was: My name is Ada.");
    }

    @Test
    void the_newest_rule_that_matches_decides() {
        llm.respondTo(request -> true, Script.say("old"));
        llm.respondTo(request -> request.lastUserText().contains("new"), Script.say("new"));

        assertThat(chat.text(Chat.request("m", "something new"))).isEqualTo("new");
        assertThat(chat.text(Chat.request("m", "anything"))).isEqualTo("old");

        llm.reset();

        assertThat(chat.text(Chat.request("m", "anything"))).startsWith("You said: anything");
    }

    @Test
    void requests_are_recorded_with_body_and_headers() {
        chat.send(Chat.request("m", "Hello"), "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        ChatRequestView seen = llm.requests().getFirst();

        assertThat(seen.header("Authorization")).hasValue("Bearer sim");
        assertThat(seen.header("TraceParent"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("00-0af7"));
        assertThat(seen.body().path("model").asString()).isEqualTo("m");
        assertThat(seen.lastUserText()).isEqualTo("Hello");
    }
}
