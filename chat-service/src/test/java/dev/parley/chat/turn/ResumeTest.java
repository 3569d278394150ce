package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.turn.Visitor.Sse;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class ResumeTest extends WithOneReplica {

    ResumeTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        super(producer, port);
    }

    @Test
    void a_stream_can_be_followed_from_its_start_and_gone_on_with_after_any_event() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "a", "b", "c");
        List<Sse> events = Visitor.await(answer);
        String stream = "/api/chat/turns/" + turn.turnId() + "/stream";

        assertThat(Visitor.await(visitor.follow(stream))).isEqualTo(events);
        for (int seen = 0; seen < events.size() - 1; seen++) {
            String after = events.get(seen).id();
            assertThat(Visitor.await(visitor.follow(stream, "Last-Event-ID", after)))
                    .isEqualTo(events.subList(seen + 1, events.size()));
        }
        assertThat(visitor.get(stream + "?after=" + events.getLast().id()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_reader_that_comes_back_while_the_answer_runs_gets_the_rest_live() {
        String question = question();
        CompletableFuture<List<Sse>> first = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "one "));
        CompletableFuture<List<Sse>> second = visitor.follow("/api/chat/turns/" + turn.turnId() + "/stream");
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 1, "two"));
        agent.end(turn, 1, "one two");

        assertThat(Visitor.await(second)).isEqualTo(Visitor.await(first)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "99-0-1", "0-999999999-1"})
    void an_event_id_that_is_not_of_this_turn_is_refused(String id) {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "x");
        Visitor.await(answer);

        HttpResponse<String> response =
                visitor.get("/api/chat/turns/" + turn.turnId() + "/stream", "Last-Event-ID", id);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(response).get("code").asString()).isEqualTo("bad_event_id");
    }

    @Test
    void nor_is_one_of_another_turn_or_of_the_future_however_near_it_is() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "x");
        Visitor.await(answer);
        String next = question();
        CompletableFuture<List<Sse>> nextAnswer =
                visitor.ask(Map.of("message", next, "conversation_id", turn.conversationId()));
        agent.answer(agent.awaitTurn(next), 1, "y");
        String theirs = Visitor.await(nextAnswer).getLast().id();
        String[] last = theirs.split("-", -1);
        String future = last[0] + "-" + (Long.parseLong(last[1]) + 1) + "-1";
        String stream = "/api/chat/turns/" + turn.turnId() + "/stream";

        assertThat(visitor.get(stream, "Last-Event-ID", theirs).statusCode()).isEqualTo(400);
        assertThat(visitor.get(stream, "Last-Event-ID", future).statusCode()).isEqualTo(400);
        assertThat(visitor.get(stream + "?after=" + last[0] + "-999999999999-1").statusCode())
                .isEqualTo(400);
    }
}
