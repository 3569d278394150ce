package dev.parley.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.topic.Topic;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Visitor;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a data team reads from {@code conversation.events} with a plain Kafka consumer. */
@Journey
class EventStreamJourney {
    private static final String PREFIX = "parley.conversation.";

    private final Visitor visitor;
    private final Stack stack;

    EventStreamJourney(Stack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void the_life_of_a_conversation_is_told_in_order_and_without_a_gap() {
        try (TopicReader events = TopicReader.fromNow(Topic.CONVERSATION_EVENTS.topicName(), stack.brokers())) {
            Answer first = visitor.ask("Hello! My name is Ada.");
            String conversation = first.conversation();
            Answer second = visitor.ask(Question.of("What is my name?").in(conversation));
            events.await(conversation, 6);
            visitor.patch("/api/chat/conversations/" + conversation, "{\"title\":\"Names\",\"tags\":[\"intro\"]}");
            visitor.delete("/api/chat/conversations/" + conversation);

            List<TopicRecord> told = events.await(conversation, 8);
            assertThat(told)
                    .extracting(record -> record.header(CloudEventHeaders.TYPE))
                    .containsExactly(
                            PREFIX + "started.v1",
                            PREFIX + "access_changed.v1",
                            PREFIX + "message_appended.v1",
                            PREFIX + "message_appended.v1",
                            PREFIX + "message_appended.v1",
                            PREFIX + "message_appended.v1",
                            PREFIX + "updated.v1",
                            PREFIX + "deleted.v1");
            assertThat(told)
                    .extracting(record -> body(record).path("sequence").asLong())
                    .isEqualTo(LongStream.rangeClosed(1, 8).boxed().toList());
            assertThat(told).allSatisfy(record -> isACloudEventOf(record, conversation));
            assertThat(told.subList(2, 6))
                    .extracting(record -> body(record).path("content").asString(""))
                    .containsExactly("Hello! My name is Ada.", first.text(), "What is my name?", second.text());
            assertThat(told.getLast().text()).doesNotContain("Ada").doesNotContain("Names");
        }
    }

    @Test
    void no_piece_of_an_answer_and_no_session_id_is_ever_told() {
        try (TopicReader events = TopicReader.fromNow(Topic.CONVERSATION_EVENTS.topicName(), stack.brokers())) {
            Answer answer = visitor.ask(Question.of("What can you do?").toModel("offline"));
            events.await(answer.conversation(), 4);

            assertThat(events.records())
                    .extracting(record -> record.header(CloudEventHeaders.TYPE))
                    .allMatch(type -> type != null && type.startsWith(PREFIX));
            assertThat(events.records(answer.conversation())).hasSize(4);
            assertThat(events.records())
                    .extracting(TopicRecord::text)
                    .noneMatch(text -> text.contains(visitor.session()));
        }
    }

    private static void isACloudEventOf(TopicRecord record, String conversation) {
        assertThat(record.header(CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(record.header(CloudEventHeaders.ID)).isNotBlank();
        assertThat(record.header(CloudEventHeaders.SOURCE)).contains("conversation-service");
        assertThat(record.header(CloudEventHeaders.SUBJECT)).isEqualTo(conversation);
        assertThat(Instant.parse(String.valueOf(record.header(CloudEventHeaders.TIME))))
                .isNotNull();
        assertThat(record.header(CloudEventHeaders.CONTENT_TYPE)).startsWith("application/json");
        assertThat(body(record).path("owner").path("kind").asString("")).isEqualTo("session");
    }

    private static JsonNode body(TopicRecord record) {
        return Json.read(record.text());
    }
}
