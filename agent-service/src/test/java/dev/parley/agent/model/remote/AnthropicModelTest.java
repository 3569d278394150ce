package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.Heard;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.agent.model.ToolRequest;
import dev.parley.simulator.llm.Script;
import java.time.Duration;
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

    @Test
    void what_it_thought_is_sent_back_as_it_came_and_shown_to_nobody() {
        simulator.byDefault(Script.callTool("find_places", "{\"what\":\"bakery\",\"area\":\"Paris\"}")
                .thinking("They want bread.")
                .thinkingSecretly("Croissants, I bet.")
                .saying("I look."));
        var question = new User("Bakeries?");
        model.start(new ModelRequest(List.of(question), OpenAiTools.ALL, null, null), heard);
        ModelReply first = heard.reply();

        var second = new Heard();
        model.start(following(question, first), second);

        assertThat(first.text()).isEqualTo("I look.");
        assertThat(heard.text()).isEqualTo("I look.");
        assertThat(second.reply().text()).contains("Chez Paul");
        JsonNode said =
                simulator.requests().getLast().body().path("messages").path(1).path("content");
        assertThat(said.valueStream().map(it -> it.path("type").asString()))
                .containsExactly("thinking", "redacted_thinking", "text", "tool_use");
        assertThat(said.path(0).path("thinking").asString()).isEqualTo("They want bread.");
        assertThat(said.path(0).path("signature").asString()).isNotEmpty();
        assertThat(said.path(3).path("input").path("area").asString()).isEqualTo("Paris");
    }

    @Test
    void another_model_is_not_sent_what_this_one_thought() {
        simulator.byDefault(Script.callTool("find_places", "{\"what\":\"bakery\",\"area\":\"Paris\"}")
                .thinking("They want bread."));
        var question = new User("Bakeries?");
        model.start(new ModelRequest(List.of(question), OpenAiTools.ALL, null, null), heard);

        var second = new Heard();
        SteadyModels.patient(provider.open("anthropic:claude-opus-4-8"))
                .start(following(question, heard.reply()), second);

        assertThat(second.reply().text()).contains("Chez Paul");
        assertThat(simulator.requests().getLast().body().toString()).doesNotContain("They want bread.");
    }

    @Test
    void thoughts_that_take_long_are_no_stall() {
        simulator.byDefault(Script.say("Bread.").thinking("a b c d e f g h i j").gap(Duration.ofMillis(60)));

        SteadyModels.waiting(provider.open("anthropic:m"), Duration.ofMillis(500), Duration.ofMillis(500))
                .start(asking("What?"), heard);

        assertThat(heard.reply().text()).isEqualTo("Bread.");
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void a_model_that_cannot_be_forced_is_offered_nothing_but_the_required_tool() {
        SteadyModels.patient(provider.open("anthropic:claude-opus-5-5"))
                .start(new ModelRequest(List.of(new User("Go!")), OpenAiTools.ALL, "location_scout", null), heard);
        heard.reply();

        var request = simulator.requests().getFirst();
        assertThat(request.toolNames()).containsExactly("location_scout");
        assertThat(choiceOf(request.body())).isEqualTo("auto");
    }

    private static ModelRequest following(User question, ModelReply first) {
        ToolRequest wanted = first.toolRequests().getFirst();
        return new ModelRequest(
                List.of(
                        question,
                        new Assistant(first.text(), first.toolRequests(), first.verbatim()),
                        new ToolAnswer(wanted.id(), wanted.toolId(), "{\"places\":[\"Chez Paul\"]}")),
                OpenAiTools.ALL,
                null,
                null);
    }
}
