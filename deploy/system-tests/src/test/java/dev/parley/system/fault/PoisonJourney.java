package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.topic.Topic;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record that no one can use goes aside with its reason, and its partition goes on. */
@Journey
class PoisonJourney {
    private static final String REQUEST = "parley.turn.request_turn.v1";

    private final Visitor visitor;
    private final Stack stack;

    PoisonJourney(Stack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                REQUEST + " | this is no JSON",
                REQUEST + " | {\"turn_id\":\"not an id\"}",
                REQUEST + " | {}",
            })
    void a_command_that_no_one_can_read_is_kept_aside_and_the_next_turn_is_answered(String type, String body) {
        Topic topic = Topic.TURN_REQUESTS;
        try (TopicReader dead = TopicReader.fromNow(topic.deadLetterName(), stack.brokers())) {
            Answer before = visitor.ask("Hello!");
            String key = before.conversation();

            Poison.write(stack.brokers(), topic.topicName(), key, body, Map.of(CloudEventHeaders.TYPE, type));

            Answer after = visitor.ask(Question.of("Are you still there?").in(key));
            Truths.wholeAnswer(after);
            TopicRecord letter = dead.await(key);
            assertThat(letter.text()).isEqualTo(body);
            assertThat(letter.header("dlq_reason")).isNotBlank();
            assertThat(letter.header("dlq_topic")).isEqualTo(topic.topicName());
            assertThat(letter.header("dlq_partition")).matches("\\d+");
            assertThat(letter.header("dlq_offset")).matches("\\d+");
        }
    }

    @Test
    void a_command_that_no_one_knows_yet_does_not_stop_the_next_turn() {
        Answer before = visitor.ask("Hello!");
        String key = before.conversation();

        Poison.write(
                stack.brokers(),
                Topic.TURN_REQUESTS.topicName(),
                key,
                "{}",
                Map.of(CloudEventHeaders.TYPE, "parley.turn.dance.v1"));

        Truths.wholeAnswer(visitor.ask(Question.of("Are you still there?").in(key)));
    }

    @Test
    void a_result_for_nobody_and_a_broken_one_do_not_stop_the_next_lookup() {
        String topic = Topic.LOCATION_RESULTS.topicName();
        for (int i = 0; i < 20; i++) {
            Poison.write(stack.brokers(), topic, "key-" + i, "no JSON", Map.of());
        }

        Answer answer =
                visitor.ask(Question.of("Where could I open a gym in Austin?").toModel("offline"));

        Truths.wholeAnswer(answer);
        assertThat(answer.first("tool_result").data().has("result")).isTrue();
    }
}
