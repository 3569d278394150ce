package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus.Service;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.OpenStream;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A stream that was begun at one replica of chat-service goes on at another, from any place. */
@Journey
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class AnyReplicaJourney {
    private static final int AT_A_TIME = 7;

    private final LocalStack stack;
    private final List<Visitor> replicas;

    AnyReplicaJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        stack.awaitAllReady();
        Visitor somebody = stack.visitor();
        this.replicas = stack.status().replicas("chat-service").stream()
                .map(Service::url)
                .map(url -> Visitor.of(url, somebody.session()))
                .toList();
    }

    @Test
    void a_stream_that_changes_replicas_again_and_again_misses_nothing_and_repeats_nothing() {
        assertThat(replicas).hasSize(2);
        List<SseEvent> read = new ArrayList<>();
        Question question = Question.of("Count, please").toModel(stack.simulated("sim-100x40"));
        try (OpenStream stream = replicas.getFirst().open(question)) {
            take(stream, read);
        }

        String path = "/api/chat/turns/" + read.getFirst().text("turn_id") + "/stream";
        int turn = 1;
        while (!read.getLast().is("message_end")) {
            Visitor other = replicas.get(turn++ % replicas.size());
            try (OpenStream stream =
                    other.follow(path, "Last-Event-ID", read.getLast().id())) {
                take(stream, read);
            }
        }

        Answer whole = new Answer(read);
        Truths.wholeAnswer(whole);
        replicas.forEach(replica -> {
            try (OpenStream stream = replica.follow(path)) {
                assertThat(stream.toEnd()).isEqualTo(whole);
            }
        });
    }

    @Test
    void a_question_repeated_at_another_replica_joins_the_first() {
        Question question = Question.of("Count, please").toModel(stack.simulated("sim-60x40"));
        try (OpenStream first = replicas.getFirst().open(question, "Idempotency-Key", "the-same-key")) {
            first.next();
            try (OpenStream second = replicas.getLast().open(question, "Idempotency-Key", "the-same-key")) {
                assertThat(second.toEnd()).isEqualTo(first.toEnd());
            }
        }
    }

    private static void take(OpenStream stream, List<SseEvent> read) {
        for (int i = 0; i < AT_A_TIME && (read.isEmpty() || !read.getLast().is("message_end")); i++) {
            read.add(stream.next());
        }
    }
}
