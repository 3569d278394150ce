package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job: a question, an answer that streams in, and everything remembered. The model is the built-in one. */
@Journey
class AskingJourney {
    private final Visitor visitor;

    AskingJourney(Stack stack) {
        this.visitor = stack.visitor();
    }

    @Test
    void a_question_is_answered_as_a_stream_and_stored() {
        Answer answer = visitor.ask(offline("Hello! My name is Ada and I plan a bakery."));

        Truths.wholeAnswer(answer);
        assertThat(answer.all("delta")).hasSizeGreaterThan(1);
        assertThat(answer.first("message_start").text("model")).isEqualTo("offline");
        assertThat(answer.last().text("finish_reason")).isEqualTo("stop");
        assertThat(answer.usage().path("output_tokens").asInt()).isPositive();
        assertThat(answer.events()).extracting(event -> event.text("turn_id")).containsOnly(answer.turn());

        List<JsonNode> messages = messages(answer.conversation(), 2);
        assertThat(messages)
                .extracting(message -> message.path("role").asString(""))
                .containsExactly("user", "assistant");
        assertThat(messages.getFirst().path("content").asString(""))
                .isEqualTo("Hello! My name is Ada and I plan a bakery.");
        JsonNode stored = messages.getLast();
        assertThat(stored.path("content").asString("")).isEqualTo(answer.text());
        assertThat(stored.path("id").asString("")).isEqualTo(answer.message());
        assertThat(stored.path("status").asString("")).isEqualTo("completed");
        assertThat(stored.path("usage")).isEqualTo(answer.usage());
    }

    @Test
    void what_was_said_is_remembered() {
        Answer first = visitor.ask(offline("My sister Grete collects antique barometers."));
        Answer second = visitor.ask(offline("What does my sister collect?").in(first.conversation()));

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(second.text()).contains("barometers");
        assertThat(messages(first.conversation(), 4))
                .extracting(message -> message.path("turn_id").asString(""))
                .containsExactly(first.turn(), first.turn(), second.turn(), second.turn());
        JsonNode listed = listed(first.conversation());
        assertThat(listed.path("message_count").asInt()).isEqualTo(4);
        assertThat(second.text()).startsWith(preview(listed));
    }

    @Test
    void nobody_else_knows_what_was_said() {
        visitor.ask(offline("My sister Grete collects antique barometers."));

        Answer elsewhere = visitor.ask(offline("What does my sister collect?"));

        assertThat(elsewhere.text()).doesNotContain("barometers");
    }

    @Test
    void an_answer_can_come_whole_as_json() {
        Reply reply = visitor.post(offline("What can you do for me?").streamed(false));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        JsonNode json = reply.json();
        assertThat(json.path("ai_response").asString("")).isNotBlank();
        assertThat(json.path("chat_room_id")).isEqualTo(json.path("conversation_id"));
        assertThat(json.path("usage").path("output_tokens").asInt()).isPositive();
        assertThat(json.path("citations").isArray()).isTrue();
        assertThat(messages(json.path("conversation_id").asString(""), 2))
                .extracting(message -> message.path("id").asString(""))
                .containsExactly(
                        json.path("user_message_id").asString(""),
                        json.path("ai_message_id").asString(""));
    }

    @Test
    void the_body_decides_on_the_form_and_else_the_accept_header() {
        Question question = offline("What can you do for me?");

        assertThat(type(visitor.post(question.streamed(true), "Accept", "application/json")))
                .startsWith("text/event-stream");
        assertThat(type(visitor.post(question.streamed(false), "Accept", "text/event-stream")))
                .startsWith("application/json");
        assertThat(type(visitor.post(question, "Accept", "application/json"))).startsWith("application/json");
        assertThat(type(visitor.post(question, "Accept", "*/*"))).startsWith("text/event-stream");
    }

    @Test
    void a_session_may_be_named_in_the_body_the_query_or_a_header() {
        Visitor nameless = visitor.nameless();
        Question question = offline("What can you do for me?").with("session_id", visitor.session());
        String conversation = nameless.ask(question).conversation();

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        nameless.get("/api/chat/conversations/" + conversation + "?session_id=" + visitor.session())
                                        .status()
                                == 200);
        assertThat(visitor.get("/api/chat/conversations/" + conversation).status())
                .isEqualTo(200);
    }

    @Test
    void what_has_become_of_a_turn_can_be_asked() {
        Answer answer = visitor.ask(offline("What can you do for me?"));
        String path = "/api/chat/turns/" + answer.turn();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(visitor.get(path).json().path("status").asString(""))
                                .isEqualTo("completed"));
        JsonNode turn = visitor.get(path).json();
        assertThat(turn.path("attempt").asInt()).isEqualTo(1);
        assertThat(turn.path("conversation_id").asString("")).isEqualTo(answer.conversation());
    }

    private static Question offline(String message) {
        return Question.of(message).toModel("offline");
    }

    private static String type(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.header("Content-Type");
    }

    private List<JsonNode> messages(String conversation, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> visitor.messages(conversation), messages -> messages.size() == count);
    }

    private JsonNode listed(String conversation) {
        return visitor.conversations().stream()
                .filter(each -> each.path("id").asString("").equals(conversation))
                .findFirst()
                .orElseThrow();
    }

    private static String preview(JsonNode conversation) {
        return conversation.path("last_message_preview").asString("").replaceAll("(…|\\.\\.\\.)$", "");
    }
}
