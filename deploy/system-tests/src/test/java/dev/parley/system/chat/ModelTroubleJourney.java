package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Models fail, too. What can be saved is; what cannot is said, and what was shown so far is kept. */
@Journey
class ModelTroubleJourney {
    private final Visitor visitor;
    private final Stack stack;

    ModelTroubleJourney(Stack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void a_busy_provider_is_asked_again() {
        Answer answer = visitor.ask(question("[[error:429 retry_after=1 times=1]] [[say:Here I am.]]"));

        Truths.wholeAnswer(answer);
        assertThat(answer.text()).isEqualTo("Here I am.");
    }

    @Test
    void an_answer_that_is_cut_off_ends_as_an_error_and_what_was_shown_is_kept() {
        Answer answer = visitor.ask(question("[[tokens:20 gap=5]] [[cut:after=8]]"));

        assertThat(answer.names()).startsWith("message_start").endsWith("error").doesNotContain("message_end");
        Truths.gapless(answer);
        assertThat(answer.shown()).contains("t7@").doesNotContain("t8@");
        SseEvent error = answer.last();
        assertThat(error.text("code")).isEqualTo("model_cut_off");
        assertThat(error.text("detail")).isNotBlank();
        assertThat(error.data().path("retryable").isBoolean()).isTrue();

        JsonNode stored = answerOf(answer.conversation());
        assertThat(stored.path("status").asString("")).isEqualTo("failed");
        assertThat(stored.path("content").asString("")).isEqualTo(answer.shown());
        awaitFailed(answer.turn(), "model_cut_off");
    }

    @Test
    void a_request_that_the_provider_refuses_is_not_repeated_for_ever() {
        Answer answer = visitor.ask(question("[[error:400]] [[say:Never.]]"));

        assertThat(answer.last().name()).isEqualTo("error");
        assertThat(answer.last().text("code")).isEqualTo("model_rejected_request");
        assertThat(answer.last().data().path("retryable").asBoolean(true)).isFalse();
    }

    @Test
    void who_waits_for_the_whole_answer_is_told_that_there_is_none() {
        var reply = visitor.post(question("[[error:400]]").streamed(false));

        Truths.problem(reply, 502, "turn_failed");
        assertThat(reply.json().path("error_code").asString("")).isEqualTo("model_rejected_request");
        assertThat(reply.json().path("turn_id").asString("")).isNotBlank();
    }

    @Test
    void a_conversation_goes_on_after_an_error() {
        Answer failed = visitor.ask(question("[[tokens:20]] [[cut:after=5]]"));
        Answer next = visitor.ask(question("[[say:On we go.]]").in(failed.conversation()));

        Truths.wholeAnswer(next);
        assertThat(next.text()).isEqualTo("On we go.");
    }

    private Question question(String message) {
        return Question.of(message).toModel(stack.simulated("sim"));
    }

    private JsonNode answerOf(String conversation) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> visitor.messages(conversation), messages -> messages.size() == 2)
                .getLast();
    }

    private void awaitFailed(String turn, String code) {
        JsonNode told = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> visitor.get("/api/chat/turns/" + turn).json(),
                        json -> json.path("status").asString("").equals("failed"));
        assertThat(told.path("error_code").asString("")).isEqualTo(code);
    }
}
