package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.User;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineTalkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello!",
                "thanks",
                "bye",
                "What can you do?",
                "My dog is called Rex",
                "what is my name?",
                "Explain quantum computing",
                "Where should I put a bakery?",
                "Where should I open a business in Berlin?"
            })
    void its_answers_are_long_enough_to_be_seen_and_short_enough_to_be_read(String utterance) {
        for (String answer : List.of(Offline.said(utterance), Offline.said("Hello!", utterance))) {
            assertThat(answer.split("\\s+").length).isBetween(60, 200);
        }
    }

    @Test
    void it_says_once_that_it_is_offline() {
        assertThat(Offline.said("My dog is called Rex")).containsPattern("running offline|built-in offline model");
        assertThat(Offline.said("Hello!", "My dog is called Rex")).doesNotContain("offline");
        assertThat(Offline.said("What can you do?").split("offline", -1)).hasSize(2);
    }

    @Test
    void it_tells_what_the_tools_can_do() {
        assertThat(Offline.said("What can you do?")).contains("Find places", "Location scout");
    }

    @Test
    void of_two_statements_about_the_same_the_newer_counts() {
        assertThat(Offline.said("I live in Lisbon.", "I live in Porto.", "Where do I live?"))
                .startsWith("You live in Porto")
                .as("the newer one");
    }

    @Test
    void without_tools_it_talks_all_the_same() {
        var request = new ModelRequest(List.of(new User("find bakeries near Paris")), List.of(), null, null);

        assertThat(Offline.said(request)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"location_scout", "find_places"})
    void a_required_tool_is_used_whatever_was_said(String tool) {
        var request = new ModelRequest(List.of(new User("A bakery in Paris, please!")), Offline.TOOLS, tool, null);

        assertThat(Offline.MIND.think(request)).isInstanceOfSatisfying(Thought.UseTool.class, use -> {
            assertThat(use.toolId()).isEqualTo(tool);
            assertThat(use.arguments()).containsEntry("area", "Paris").containsValue("bakery");
        });
    }

    @Test
    void a_required_tool_without_its_arguments_is_asked_back_for() {
        var request = new ModelRequest(List.of(new User("Hello!")), Offline.TOOLS, "location_scout", null);

        assertThat(Offline.said(request)).contains("?");
    }

    @Test
    void a_tool_without_parameters_is_used_again_and_again() {
        var coin = new ToolDescription(
                "flip_coin",
                "Flip a coin",
                "Flips a coin and says heads or tails.",
                "🪙",
                Map.of("type", "object", "properties", Map.of(), "required", List.of()),
                false,
                ToolEffect.READ,
                Duration.ofSeconds(1),
                List.of("flip a coin", "toss a coin, please", "heads or tails?"));
        for (List<ModelMessage> messages : List.<List<ModelMessage>>of(
                List.of(new User("please flip a coin")),
                List.of(new User("flip a coin"), Assistant.said("Heads."), new User("and again?")))) {
            var request = new ModelRequest(messages, List.of(coin), null, null);

            assertThat(Offline.MIND.think(request)).isEqualTo(new Thought.UseTool("flip_coin", Map.of()));
        }
    }

    @Test
    void the_same_messages_always_give_the_same_text() {
        List<String> said = Stream.generate(() -> Offline.said("Hi", "I like coffee", "What do I like?"))
                .limit(5)
                .distinct()
                .toList();

        assertThat(said).hasSize(1);
    }

    @Test
    void quotation_of_a_long_question_is_shortened() {
        String question = "Explain why " + "very ".repeat(2_000) + "long questions are hard";

        assertThat(Offline.said(question).length()).isLessThan(2_500);
    }
}
