package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.turn.Visitor.Sse;
import dev.parley.contracts.conversation.AccessChanged;
import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.testing.backing.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class TwoReplicasTest extends WithTwoReplicas {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Principal SOMEBODY_ELSE = new Principal(Principal.Kind.SESSION, "somebody else");

    private final EventProducer producer;
    private final TestDatabase database;

    TwoReplicasTest(@Autowired EventProducer producer, @Autowired TestDatabase database, @LocalServerPort int port) {
        super(producer, database, port);
        this.producer = producer;
        this.database = database;
    }

    @Test
    void a_stream_goes_on_at_the_other_replica_behind_any_event() {
        String question = question();
        CompletableFuture<List<Sse>> first = here.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        say(turn, 0, "one ");
        CompletableFuture<List<Sse>> whole = there.followFromNow(stream(turn));
        say(turn, 1, "two");
        agent.end(turn, 1, "one two");

        List<Sse> events = Visitor.await(first);
        assertThat(Visitor.await(whole)).isEqualTo(events).hasSize(4);
        for (int seen = 0; seen < 3; seen++) {
            assertThat(Visitor.await(there.follow(
                            stream(turn), "Last-Event-ID", events.get(seen).id())))
                    .isEqualTo(events.subList(seen + 1, 4));
        }
        assertThat(there.get(stream(turn), "Last-Event-ID", events.getLast().id())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void when_a_conversation_is_deleted_its_streams_end_everywhere() {
        String question = question();
        CompletableFuture<List<Sse>> first = here.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        CompletableFuture<List<Sse>> second = there.followFromNow(stream(turn));

        publish(new ConversationDeleted(turn.conversationId(), turn.owner(), null, 9, Instant.EPOCH));

        for (List<Sse> events : List.of(Visitor.await(first), Visitor.await(second))) {
            assertThat(events).extracting(Sse::event).containsExactly("message_start", "error");
            Sse error = events.getLast();
            assertThat(error.id()).isEmpty();
            assertThat(error.data().get("code").asString()).isEqualTo("conversation_deleted");
            assertThat(error.data().get("turn_id").asString())
                    .isEqualTo(turn.turnId().toString());
            assertThat(error.data().get("retryable").asBoolean()).isFalse();
        }
        assertThat(here.get(stream(turn)).statusCode()).isEqualTo(404);
        assertThat(there.get(stream(turn)).statusCode()).isEqualTo(404);
    }

    @Test
    void when_access_is_revoked_its_streams_end_everywhere() {
        String question = question();
        CompletableFuture<List<Sse>> first = here.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        CompletableFuture<List<Sse>> second = there.followFromNow(stream(turn));

        publish(accessOf(turn, SOMEBODY_ELSE));

        for (List<Sse> events : List.of(Visitor.await(first), Visitor.await(second))) {
            assertThat(events).extracting(Sse::event).containsExactly("message_start", "error");
            assertThat(events.getLast().data().get("code").asString()).isEqualTo("access_revoked");
        }
        assertThat(there.cancel(turn.turnId()).statusCode()).isEqualTo(404);
    }

    @Test
    void when_a_turn_is_lost_its_streams_end_everywhere_and_its_outcome_may_come_after_all() {
        String question = question();
        CompletableFuture<List<Sse>> first = here.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        CompletableFuture<List<Sse>> second = there.followFromNow(stream(turn));

        JdbcClient.create(database.dataSource())
                .sql("update turn set entered_at = entered_at - interval '20 min' where id = :id")
                .param("id", turn.turnId().value())
                .update();

        for (List<Sse> events : List.of(Visitor.await(first), Visitor.await(second))) {
            assertThat(events).extracting(Sse::event).containsExactly("message_start", "error");
            assertThat(events.getLast().data().get("code").asString()).isEqualTo("lost");
            assertThat(events.getLast().data().get("retryable").asBoolean()).isTrue();
        }
        agent.end(turn, 1, "After all");
        await().atMost(SOON).until(() -> status(turn).equals("completed"));
    }

    @Test
    void who_waits_for_json_is_told_that_there_is_no_such_conversation() {
        String question = question();
        String body = "{\"stream\":false,\"message\":\"" + question + "\"}";
        CompletableFuture<HttpResponse<String>> answer = there.postAsync(body);
        RequestTurn turn = agent.awaitTurn(question);

        publish(new ConversationDeleted(turn.conversationId(), turn.owner(), null, 9, Instant.EPOCH));

        assertThat(Visitor.await(answer).statusCode()).isEqualTo(404);
    }

    private void publish(ConversationEvent event) {
        producer.sendAndAwait(
                Outgoing.of(Topic.CONVERSATION_EVENTS, event.conversationId().toString(), UUID.randomUUID(), event));
    }

    private static AccessChanged accessOf(RequestTurn turn, Principal principal) {
        return new AccessChanged(turn.conversationId(), turn.owner(), null, 3, 2, List.of(principal), Instant.EPOCH);
    }

    private void say(RequestTurn turn, int seq, String text) {
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), seq, text));
    }

    private static String stream(RequestTurn turn) {
        return "/api/chat/turns/" + turn.turnId() + "/stream";
    }
}
