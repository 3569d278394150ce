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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A client that does not know whether its question arrived asks again under the same {@code Idempotency-Key}. */
@Journey
class RepeatingJourney {
    private static final String KEY = "Idempotency-Key";

    private final Visitor visitor;
    private final String key = UUID.randomUUID().toString();

    RepeatingJourney(Stack stack) {
        this.visitor = stack.visitor();
    }

    @Test
    void a_repeat_gets_the_first_answer_again() {
        Question question = Question.of("What can you do?").streamed(false);
        Reply first = visitor.post(question, KEY, key);
        Reply again = visitor.post(question, KEY, key);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        onlyOneConversation();
    }

    @Test
    void a_repeat_may_be_streamed_when_the_first_was_not() {
        Question question = Question.of("What can you do?");
        Reply whole = visitor.post(question, KEY, key, "Accept", "application/json");
        Answer streamed = visitor.ask(question, KEY, key);

        Truths.wholeAnswer(streamed);
        assertThat(streamed.text()).isEqualTo(whole.json().path("ai_response").asString(""));
        assertThat(streamed.turn()).isEqualTo(whole.json().path("turn_id").asString(""));
    }

    @Test
    void many_at_once_are_one_turn() {
        Question question = Question.of("What can you do?").streamed(false);
        List<CompletableFuture<Reply>> posts = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> visitor.post(question, KEY, key), RepeatingJourney::run))
                .limit(12)
                .toList();

        assertThat(posts.stream().map(CompletableFuture::join))
                .allSatisfy(
                        reply -> assertThat(reply.status()).as(reply.toString()).isEqualTo(200));
        assertThat(posts.stream().map(CompletableFuture::join).map(Reply::json).distinct())
                .hasSize(1);
        onlyOneConversation();
    }

    @Test
    void another_question_under_the_key_is_refused() {
        visitor.post(Question.of("What can you do?").streamed(false), KEY, key);

        Truths.problem(visitor.post(Question.of("And what not?"), KEY, key), 422, "idempotency_key_reused");
    }

    @Test
    void a_key_is_its_visitors_own() {
        Question question = Question.of("What can you do?").streamed(false);
        Reply mine = visitor.post(question, KEY, key);
        Reply theirs = visitor.stranger().post(question, KEY, key);

        assertThat(theirs.header("Idempotent-Replayed")).isEmpty();
        assertThat(theirs.json().path("turn_id")).isNotEqualTo(mine.json().path("turn_id"));
    }

    private void onlyOneConversation() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !visitor.conversations().isEmpty());
        assertThat(visitor.conversations()).hasSize(1);
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().start(task);
    }
}
