package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.OpenStream;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A model over HTTP whose every token is known. */
@Journey
class StreamingJourney {
    private static final int TOKENS = 60;

    private final Visitor visitor;
    private final Stack stack;

    StreamingJourney(Stack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void tokens_come_one_by_one_while_the_model_still_speaks() {
        try (OpenStream stream = visitor.open(question("sim-" + TOKENS + "x50"))) {
            SseEvent first = stream.until("delta");
            String status = visitor.get("/api/chat/turns/" + first.text("turn_id"))
                    .json()
                    .path("status")
                    .asString("");
            assertThat(status).isIn("queued", "running");

            Answer answer = stream.toEnd();
            Truths.wholeAnswer(answer);
            assertThat(answer.all("delta")).hasSizeGreaterThan(TOKENS / 4);
            assertThat(tokens(answer)).isEqualTo(numbered(TOKENS));
        }
    }

    @Test
    void many_answers_stream_side_by_side_and_none_is_mixed_up() {
        List<OpenStream> streams = Stream.generate(() -> stack.visitor().open(question("sim-" + TOKENS + "x10")))
                .limit(20)
                .toList();

        for (OpenStream stream : streams) {
            Answer answer = stream.toEnd();
            Truths.wholeAnswer(answer);
            assertThat(tokens(answer)).isEqualTo(numbered(TOKENS));
        }
    }

    @Test
    void usage_is_what_the_provider_says() {
        Answer answer = visitor.ask(question("sim-30x1"));

        assertThat(answer.usage().path("input_tokens").asInt()).isPositive();
        assertThat(answer.usage().path("output_tokens").asInt()).isEqualTo(30);
        assertThat(answer.first("message_start").text("model")).isEqualTo("openai:sim-30x1");
    }

    @Test
    void an_answer_that_was_too_long_says_so() {
        Answer answer =
                visitor.ask(Question.of("[[tokens:10]] [[finish:length]]").toModel(stack.simulated("sim")));

        assertThat(answer.last().text("finish_reason")).isEqualTo("length");
    }

    @Test
    void the_model_is_told_what_was_said_before() {
        String model = stack.simulated("sim-echo");
        Answer first = visitor.ask(Question.of("The first words").toModel(model));
        Answer second =
                visitor.ask(Question.of("[[echo]] And more").toModel(model).in(first.conversation()));

        assertThat(second.text()).contains("Earlier messages: 2").contains("The first words");
    }

    private Question question(String model) {
        return Question.of("Count, please").toModel(stack.simulated(model));
    }

    /** What the model numbers: {@code t0@1763640000123456}. */
    private static List<String> tokens(Answer answer) {
        return Stream.of(answer.shown().strip().split(" "))
                .map(token -> token.replaceFirst("@.*", ""))
                .toList();
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }
}
