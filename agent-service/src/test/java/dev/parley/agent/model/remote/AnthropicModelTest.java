package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.model.DataMark;
import dev.parley.agent.model.Heard;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.agent.model.StopReason;
import dev.parley.agent.model.ToolRequest;
import dev.parley.simulator.llm.LlmSimulator;
import dev.parley.simulator.llm.Script;
import dev.parley.simulator.llm.ToolCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnthropicModelTest {
    private final LlmSimulator simulator = LlmSimulator.start();
    private final Remote provider = Remote.anthropic(simulator.baseUrl());
    private final Model model = SteadyModels.patient(provider.open("anthropic:claude-haiku-4-5"));
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        provider.close();
        simulator.close();
    }

    @Test
    void streams_the_answer_and_counts_its_tokens() {
        simulator.byDefault(Script.say("The quick brown fox jumps over the lazy dog."));

        model.start(asking("Tell me something."), heard);

        assertThat(heard.reply().text()).isEqualTo("The quick brown fox jumps over the lazy dog.");
        assertThat(heard.text()).isEqualTo(heard.reply().text());
        assertThat(heard.pieces()).hasSizeGreaterThan(3);
        assertThat(heard.reply().reason()).isEqualTo(StopReason.STOP);
        assertThat(heard.reply().inputTokens()).isPositive();
        assertThat(heard.reply().outputTokens()).isPositive();
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
    void describes_tools_and_hands_on_what_the_model_wants() {
        simulator.byDefault(Script.callTools(
                new ToolCall("find_places", "{\"what\":\"bakery\",\"area\":\"Paris\"}"),
                new ToolCall("no_such_tool", "{broken")));

        model.start(new ModelRequest(List.of(new User("Bakeries?")), OpenAiTools.ALL, null, null), heard);

        List<ToolRequest> wanted = heard.reply().toolRequests();
        assertThat(heard.reply().reason()).isEqualTo(StopReason.TOOL_REQUESTS);
        assertThat(wanted).extracting(ToolRequest::toolId).containsExactly("find_places", "no_such_tool");
        assertThat(wanted)
                .extracting(ToolRequest::arguments)
                .containsExactly("{\"what\":\"bakery\",\"area\":\"Paris\"}", "{broken");
        assertThat(wanted).extracting(ToolRequest::id).doesNotHaveDuplicates().allMatch(id -> !id.isBlank());
        JsonNode tool = simulator.requests().getFirst().body().path("tools").get(0);
        assertThat(tool.path("name").asString()).isEqualTo("find_places");
        JsonNode schema = tool.path("input_schema");
        assertThat(schema.path("required").toString()).isEqualTo("[\"what\",\"area\"]");
        assertThat(schema.path("properties").path("limit").path("description").asString())
                .contains("1 to 20", "default 5");
    }

    @Test
    void brings_the_results_of_tools() {
        simulator.byDefault(Script.callTool("find_places", "{\"what\":\"bakery\",\"area\":\"Paris\"}"));
        var question = new User("Bakeries?");
        model.start(new ModelRequest(List.of(question), OpenAiTools.ALL, null, null), heard);
        ToolRequest wanted = heard.reply().toolRequests().getFirst();

        var second = new Heard();
        var answer = new ToolAnswer(wanted.id(), wanted.toolId(), "{\"places\":[\"Chez Paul\"]}");
        model.start(
                new ModelRequest(
                        List.of(question, new Assistant("", List.of(wanted)), answer), OpenAiTools.ALL, null, null),
                second);

        assertThat(second.reply().text()).contains("Chez Paul");
        assertThat(simulator.requests().getLast().toolResults())
                .singleElement()
                .satisfies(marked -> assertThat(DataMark.inside(marked)).contains("{\"places\":[\"Chez Paul\"]}"));
    }

    @Test
    void a_required_tool_is_the_only_choice() {
        model.start(new ModelRequest(List.of(new User("Go!")), OpenAiTools.ALL, "location_scout", null), heard);
        heard.reply();

        var request = simulator.requests().getFirst();
        assertThat(request.toolNames()).containsExactly("location_scout");
        assertThat(request.body().path("tool_choice").path("type").asString()).isEqualTo("any");
    }

    @Test
    void an_answer_that_became_too_long_says_so() {
        simulator.byDefault(Script.say("And so on and").finish("length"));

        model.start(asking("Everything, please."), heard);

        assertThat(heard.reply().reason()).isEqualTo(StopReason.LENGTH);
    }

    @Test
    void cancelling_before_the_first_token_closes_the_connection() {
        simulator.byDefault(Script.say("Too late.").first(Duration.ofSeconds(30)));
        ModelCall call = model.start(asking("Wait."), heard);
        await().until(() -> simulator.requests().size() == 1);

        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
        await().until(() -> simulator.cancelledStreams() == 1);
    }

    @Test
    void cancelling_in_the_middle_closes_the_connection() throws InterruptedException {
        simulator.byDefault(Script.tokens(10_000).gap(Duration.ofMillis(10)));
        ModelCall call = model.start(asking("Count."), heard);
        heard.awaitFirstPiece();

        call.cancel();

        assertThat(heard.reply().reason()).isEqualTo(StopReason.CANCELLED);
        assertThat(heard.reply().text()).startsWith("t0@");
        await().until(() -> simulator.cancelledStreams() == 1 && simulator.openStreams() == 0);
    }

    private static ModelRequest asking(String question) {
        return ModelRequest.of(List.of(new User(question)));
    }
}
