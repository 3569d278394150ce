package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.Digest;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Transcript;
import dev.parley.agent.model.Transcript.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the offline model makes of a conversation's beginning. */
class ExtractTest {
    @Test
    void it_keeps_what_the_user_has_told_and_asked_and_nothing_of_the_rest() {
        String summary = sumUp(
                "",
                user("Hello there! My dog is called Rex. Find bakeries in Paris."),
                new Line("assistant", "My cat is called Tom. Rex is a nice name."),
                user("What does a dog eat?"));

        assertThat(summary.lines()).containsExactly("My dog is called Rex.", "Asked: What does a dog eat?");
    }

    @Test
    void it_goes_on_with_what_was_kept_before_and_keeps_each_sentence_once() {
        String summary = sumUp(
                "My dog is called Rex.\nI live in Bern.", user("My dog is called Rex."), user("I work as a baker."));

        assertThat(summary.lines()).containsExactly("I live in Bern.", "My dog is called Rex.", "I work as a baker.");
    }

    @Test
    void when_it_becomes_too_long_what_was_asked_goes_first_and_then_the_oldest() {
        List<Line> lines = new ArrayList<>();
        lines.add(user("My dog is called Rex."));
        IntStream.range(0, 100).forEach(i -> lines.add(user("How far is the town of number " + i + " from here?")));
        IntStream.range(0, 100).forEach(i -> lines.add(user("The town of number " + i + " is far away from here.")));

        String summary = sumUp("", lines.toArray(Line[]::new));

        assertThat(summary).hasSizeLessThanOrEqualTo(2_500).contains("My dog is called Rex.", "number 99 is far");
        assertThat(summary).doesNotContain("Asked", "number 1 is far");
    }

    @Test
    void a_conversation_without_anything_to_keep_has_a_summary_too() {
        String nothing = sumUp("", user("Hello!"), new Line("assistant", "Hello!"));

        assertThat(nothing).isNotBlank();
        assertThat(sumUp(nothing, user("I live in Bern."))).isEqualTo("I live in Bern.");
    }

    @Test
    void it_answers_from_what_was_summed_up() {
        List<ModelMessage> messages = new ArrayList<>(
                Offline.after("Hello!", "What is my dog called?").messages());
        messages.addAll(new Digest("It is data.", "My dog is called Rex.\nI live in Bern.").messages());

        String said = Offline.said(new ModelRequest(messages, Offline.TOOLS, null, null));

        assertThat(said).contains("Rex");
    }

    private static Line user(String text) {
        return new Line(Transcript.USER, text);
    }

    private static String sumUp(String before, Line... said) {
        return Offline.said(ModelRequest.of(new Transcript(before, List.of(said)).messages("Sum it up.")));
    }
}
