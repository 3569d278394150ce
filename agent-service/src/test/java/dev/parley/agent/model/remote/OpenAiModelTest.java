package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.Heard;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.SteadyModels;
import dev.parley.agent.model.StopReason;
import dev.parley.simulator.llm.Script;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenAiModelTest extends AnswerKit {
    OpenAiModelTest() {
        super(Remote::openAi, "openai:gpt-4o-mini", "required");
    }

    @Override
    JsonNode schemaOf(JsonNode tool) {
        return tool.path("function").path("parameters");
    }

    @Override
    String choiceOf(JsonNode request) {
        return request.path("tool_choice").asString();
    }

    @Test
    void sends_key_model_temperature_and_messages() {
        var messages = List.<ModelMessage>of(
                new ModelMessage.Instructions("Be kind."),
                new User("Hello"),
                Assistant.said("Hi!"),
                new User("How are you?"));

        model.start(ModelRequest.of(messages), heard);
        heard.reply();

        var request = simulator.requests().getFirst();
        assertThat(request.header("authorization")).contains("Bearer a-key");
        assertThat(request.model()).isEqualTo("gpt-4o-mini");
        assertThat(request.stream()).isTrue();
        assertThat(request.wantsUsage()).isTrue();
        assertThat(request.body().path("temperature").asDouble()).isEqualTo(0.7);
        assertThat(request.body().path("tools").isMissingNode()).isTrue();
        assertThat(request.messages())
                .extracting(it -> it.role() + ": " + it.text())
                .containsExactly("system: Be kind.", "user: Hello", "assistant: Hi!", "user: How are you?");
    }

    @Test
    void a_reasoning_model_is_sent_no_temperature() {
        SteadyModels.patient(provider.open("openai:o3-mini")).start(asking("Think."), heard);
        heard.reply();

        assertThat(simulator.requests().getFirst().body().path("temperature").isMissingNode())
                .isTrue();
    }

    @Test
    void hundreds_of_answers_stream_side_by_side() {
        simulator.byDefault(Script.tokens(20).gap(Duration.ofMillis(50)));
        List<Heard> all = IntStream.range(0, 300).mapToObj(it -> new Heard()).toList();
        long begin = System.nanoTime();

        all.forEach(each -> model.start(asking("Count."), each));
        all.forEach(each -> assertThat(each.reply().reason()).isEqualTo(StopReason.STOP));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }
}
