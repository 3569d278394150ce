package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.model.DataMark;
import dev.parley.agent.model.Heard;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelCall;
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
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What every dialect makes of questions and answers; a class for each says so. */
abstract class AnswerKit {
    final LlmSimulator simulator = LlmSimulator.start();
    final Remote provider;
    final Model model;
    final Heard heard = new Heard();
    private final String forced;

    /**
     * @param dialect a provider at an address
     * @param forced what it is told when it has to ask for a tool
     */
    AnswerKit(Function<String, Remote> dialect, String model, String forced) {
        this.provider = dialect.apply(simulator.baseUrl());
        this.model = SteadyModels.patient(provider.open(model));
        this.forced = forced;
    }

    /** Of a tool as it is offered. */
    abstract JsonNode schemaOf(JsonNode tool);

    abstract String choiceOf(JsonNode request);

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
        assertThat(tool.findPath("name").asString()).isEqualTo("find_places");
        JsonNode schema = schemaOf(tool);
        assertThat(schema.path("required").toString()).isEqualTo("[\"what\",\"area\"]");
        JsonNode properties = schema.path("properties");
        assertThat(properties.path("area").path("type").asString()).isEqualTo("string");
        assertThat(properties.path("limit").path("type").asString()).isEqualTo("integer");
        assertThat(properties.path("limit").path("description").asString()).contains("1 to 20", "default 5");
    }

    @Test
    void a_required_tool_is_the_only_choice() {
        model.start(new ModelRequest(List.of(new User("Go!")), OpenAiTools.ALL, "location_scout", null), heard);
        heard.reply();

        var request = simulator.requests().getFirst();
        assertThat(request.toolNames()).containsExactly("location_scout");
        assertThat(choiceOf(request.body())).isEqualTo(forced);
    }

    static ModelRequest asking(String question) {
        return ModelRequest.of(List.of(new User(question)));
    }
}
