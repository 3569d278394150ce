package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.turn.Visitor.Sse;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** With turns that may take two seconds in all. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "parley.chat.turns.time-to-live=1s",
            "parley.chat.turns.deadline=500ms",
            "parley.chat.turns.margin=500ms"
        })
class WholeAnswerTest extends WithOneReplica {

    WholeAnswerTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        super(producer, port);
    }

    @Test
    void an_answer_is_waited_for_as_long_as_a_turn_may_take_and_can_be_followed_then() {
        String question = question();
        String body = "{\"message\":\"" + question + "\",\"stream\":false}";
        CompletableFuture<HttpResponse<String>> answer = visitor.postAsync(body, "Idempotency-Key", "patient");
        RequestTurn turn = agent.awaitTurn(question);

        HttpResponse<String> waited = Visitor.await(answer);

        assertThat(waited.statusCode()).isEqualTo(503);
        assertThat(waited.headers().firstValue("Retry-After")).isPresent();
        JsonNode problem = Visitor.json(waited);
        assertThat(problem.get("code").asString()).isEqualTo("dependency_unavailable");
        assertThat(problem.get("turn_id").asString()).isEqualTo(turn.turnId().toString());
        CompletableFuture<List<Sse>> stream =
                visitor.follow(problem.get("stream").asString());
        agent.answer(turn, 1, "At last");
        assertThat(Visitor.await(stream).getLast().event()).isEqualTo("message_end");
        assertThat(Visitor.json(visitor.post(body, "Idempotency-Key", "patient"))
                        .get("ai_response")
                        .asString())
                .isEqualTo("At last");
    }
}
