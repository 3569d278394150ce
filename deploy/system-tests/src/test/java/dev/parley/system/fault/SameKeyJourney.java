package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus.Service;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A client that repeats itself without end, also across a restart. */
@Journey
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class SameKeyJourney {
    private static final int POSTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final Visitor somebody;

    SameKeyJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        stack.awaitAllReady();
        this.somebody = stack.visitor();
    }

    @Test
    void a_hundred_posts_of_one_key_are_one_turn_and_are_still_when_chat_was_killed() {
        String key = UUID.randomUUID().toString();
        Question question = Question.of("[[tokens:20 gap=50]]")
                .toModel(stack.simulated("sim"))
                .streamed(false);

        List<CompletableFuture<Reply>> posts = IntStream.range(0, POSTS)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> post(number, question, key), SameKeyJourney::run))
                .toList();

        Reply first = posts.getFirst().join();
        assertThat(posts).allSatisfy(post -> assertThat(post.join().json()).isEqualTo(first.json()));
        killChat();
        Reply later = post(0, question, key);
        assertThat(later.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(later.json()).isEqualTo(first.json());
        assertThat(somebody.conversations()).hasSize(1);
    }

    private void killChat() {
        List<Service> replicas = stack.status().replicas("chat-service");
        replicas.forEach(replica -> Signal.KILL.to(replica.pid()));
        replicas.forEach(stack::awaitRestart);
    }

    /** At any gateway; one that is asked to come again does. */
    private Reply post(int number, Question question, String key) {
        List<String> gateways = stack.gateways();
        Visitor visitor = Visitor.of(gateways.get(number % gateways.size()), somebody.session());
        return await().atMost(PATIENCE)
                .until(() -> visitor.post(question, "Idempotency-Key", key), reply -> reply.status() == 200);
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().start(task);
    }
}
