package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.Heard;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.agent.model.ToolRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnthropicModelTest extends AnswerKit {
    AnthropicModelTest() {
        super(Remote::anthropic, "anthropic:claude-haiku-4-5", "any");
    }

    @Override
    JsonNode schemaOf(JsonNode tool) {
        return tool.path("input_schema");
    }

    @Override
    String choiceOf(JsonNode request) {
        return request.path("tool_choice").path("type").asString();
    }

    @Test
    void sends_key_version_model_limits_and_messages() {
        var messages = List.<ModelMessage>of(
                new ModelMessage.Instructions("Be kind."),
                Assistant.said("The end of an answer that is remembered."),
                new User("Hello"),
                Assistant.said("Hi!"),
                new User("How are you?"));

        model.start(ModelRequest.of(messages), heard);
        heard.reply();

        var request = simulator.requests().getFirst();
        assertThat(request.header("x-api-key")).contains("a-key");
        assertThat(request.header("anthropic-version")).isPresent();
        assertThat(request.model()).isEqualTo("claude-haiku-4-5");
        assertThat(request.stream()).isTrue();
        assertThat(request.body().path("max_tokens").asInt()).isEqualTo(8192);
        assertThat(request.body().path("temperature").asDouble()).isEqualTo(0.7);
        assertThat(request.messages())
                .extracting(it -> it.role() + ": " + it.text())
                .containsExactly("system: Be kind.", "user: Hello", "assistant: Hi!", "user: How are you?");
    }

    @Test
    void a_model_that_refuses_temperatures_is_sent_none_and_no_model_a_higher_one_than_it_takes() {
        SteadyModels.patient(provider.open("anthropic:claude-opus-4-8")).start(asking("Think."), heard);
        heard.reply();
        var hot = new Heard();
        model.start(new ModelRequest(List.of(new User("Dream.")), List.of(), null, 1.8), hot);
        hot.reply();

        assertThat(simulator.requests().getFirst().body().path("temperature").isMissingNode())
                .isTrue();
        assertThat(simulator.requests().getLast().body().path("temperature").asDouble())
                .isEqualTo(1);
    }

    @Test
    void arguments_that_were_no_object_can_be_said_again() {
        var broken = new ToolRequest("toolu_1", "find_places", "{broken");

        model.start(
                new ModelRequest(
                        List.of(
                                new User("Bakeries?"),
                                new Assistant("", List.of(broken)),
                                new ToolAnswer("toolu_1", "find_places", "{\"error\":\"invalid_arguments\"}")),
                        OpenAiTools.ALL,
                        null,
                        null),
                heard);

        assertThat(heard.reply().text()).isNotEmpty();
        assertThat(simulator.requests().getFirst().body().toString()).contains("{\"unreadable\":\"{broken\"}");
    }
}
