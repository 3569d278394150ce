package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What holds for the turns of one conversation, whichever of two replicas they come to, all at once. */
class TurnQueueTest extends WithTwoReplicas {
    private static final Duration SOON = Duration.ofSeconds(30);

    TurnQueueTest(@Autowired EventProducer producer, @Autowired TestDatabase database, @LocalServerPort int port) {
        super(producer, database, port);
    }

    @Test
    void of_forty_at_once_behind_a_running_one_twenty_wait_and_twenty_are_refused() {
        RequestTurn running = begin();

        List<CompletableFuture<HttpResponse<String>>> posts = postAtOnce(40, running.conversationId(), "enqueue");

        await().atMost(SOON).until(() -> refused(posts, 429) == 20);
        assertThat(agent.turnsOf(running.conversationId())).isEqualTo(21);
        assertThat(answered(posts)).isEqualTo(20);
    }

    @Test
    void of_ten_at_once_that_will_not_wait_one_is_accepted() {
        RequestTurn ended = begin();
        agent.answer(ended, 1, "Done");
        await().atMost(SOON).until(() -> status(ended).equals("completed"));

        List<CompletableFuture<HttpResponse<String>>> posts = postAtOnce(10, ended.conversationId(), "reject");

        await().atMost(SOON).until(() -> refused(posts, 409) == 9);
        assertThat(agent.turnsOf(ended.conversationId())).isEqualTo(2);
    }

    @Test
    void one_that_interrupts_need_not_wait_for_room() {
        RequestTurn running = begin();
        List<CompletableFuture<HttpResponse<String>>> waiting = postAtOnce(20, running.conversationId(), "enqueue");
        await().atMost(SOON).until(() -> agent.turnsOf(running.conversationId()) == 21);

        String question = question();
        var interrupting = here.postAsync(body(question, running.conversationId(), "interrupt"));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Now");

        assertThat(turn.onBusy().name()).isEqualTo("INTERRUPT");
        assertThat(Visitor.await(interrupting).statusCode()).isEqualTo(200);
        assertThat(answered(waiting)).isZero();
    }

    @Test
    void of_fifty_that_interrupt_while_no_agent_ends_any_forty_are_open() {
        RequestTurn running = begin();

        List<CompletableFuture<HttpResponse<String>>> posts = postAtOnce(50, running.conversationId(), "interrupt");

        await().atMost(SOON).until(() -> refused(posts, 429) == 11);
        assertThat(agent.turnsOf(running.conversationId())).isEqualTo(40);
        assertThat(answered(posts)).isEqualTo(11);
    }

    @Test
    void a_hundred_posts_of_one_key_are_one_turn() {
        String question = question();
        String body = "{\"message\":\"" + question + "\",\"stream\":false}";
        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 100)
                .mapToObj(i -> (i % 2 == 0 ? here : there).postAsync(body, "Idempotency-Key", "a-hundred"))
                .toList();
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Once");

        assertThat(posts.stream().map(Visitor::await).map(HttpResponse::body).distinct())
                .singleElement()
                .asString()
                .contains(turn.turnId().toString());
        assertThat(agent.turnsOf(turn.conversationId())).isEqualTo(1);
        assertThat(posts.stream().map(Visitor::await).filter(TurnQueueTest::isReplay))
                .hasSize(99);
    }

    @Test
    void a_repeat_of_the_one_that_would_not_wait_joins_it() {
        RequestTurn first = begin();
        agent.answer(first, 1, "Done");
        await().atMost(SOON).until(() -> status(first).equals("completed"));
        String question = question();
        String body = body(question, first.conversationId(), "reject");
        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 10)
                .mapToObj(i -> (i % 2 == 0 ? here : there).postAsync(body, "Idempotency-Key", "rejecting"))
                .toList();
        agent.answer(agent.awaitTurn(question), 1, "Once");

        assertThat(posts.stream()
                        .map(Visitor::await)
                        .map(HttpResponse::statusCode)
                        .distinct())
                .containsExactly(200);
    }

    private RequestTurn begin() {
        String question = question();
        var _ = here.ask(Map.of("message", question));
        return agent.awaitTurn(question);
    }

    private List<CompletableFuture<HttpResponse<String>>> postAtOnce(
            int count, ConversationId conversation, String onBusy) {
        return IntStream.range(0, count)
                .mapToObj(i -> (i % 2 == 0 ? here : there).postAsync(body("more", conversation, onBusy)))
                .toList();
    }

    private static String body(String message, ConversationId conversation, String onBusy) {
        return "{\"stream\":false,\"message\":\"%s\",\"conversation_id\":\"%s\",\"on_busy\":\"%s\"}"
                .formatted(message, conversation, onBusy);
    }

    private static long refused(List<CompletableFuture<HttpResponse<String>>> posts, int status) {
        return posts.stream()
                .filter(CompletableFuture::isDone)
                .filter(post -> post.join().statusCode() == status)
                .count();
    }

    private static long answered(List<CompletableFuture<HttpResponse<String>>> posts) {
        return posts.stream().filter(CompletableFuture::isDone).count();
    }

    private static boolean isReplay(HttpResponse<String> response) {
        return response.headers().firstValue("Idempotent-Replayed").isPresent();
    }
}
