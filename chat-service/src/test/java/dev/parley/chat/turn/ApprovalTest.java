package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCall;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicRecord;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What people decide about tool calls. */
class ApprovalTest extends WithOneReplica {
    private final int port;

    ApprovalTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        super(producer, port);
        this.port = port;
    }

    @Test
    void a_decision_goes_on_the_log_and_the_first_one_stands() {
        RequestTurn turn = waiting();
        String call = turn.turnId() + ":0:0";

        HttpResponse<String> answer =
                visitor.decide(turn.turnId(), call, "{\"decision\":\"reject\",\"comment\":\"Not today.\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Visitor.json(answer).get("turn_id").asString())
                .isEqualTo(turn.turnId().toString());
        assertThat(visitor.decide(turn.turnId(), call, "{\"decision\":\"reject\"}")
                        .statusCode())
                .isEqualTo(202);
        HttpResponse<String> opposite = visitor.decide(turn.turnId(), call, "{\"decision\":\"approve\"}");
        assertThat(opposite.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(opposite).get("code").asString()).isEqualTo("already_decided");

        List<TopicRecord> decisions = agent.awaitDecisions(turn.turnId(), 2);
        DecideToolCall decision = WireJson.read(decisions.getFirst().body(), DecideToolCall.class);
        assertThat(decision.toolCallId()).isEqualTo(call);
        assertThat(decision.decision()).isEqualTo(Decision.REJECT);
        assertThat(decision.comment()).isEqualTo("Not today.");
        assertThat(decisions)
                .extracting(record -> record.header(CloudEventHeaders.ID))
                .containsOnly(decisions.getFirst().header(CloudEventHeaders.ID));
        agent.end(turn, 1, "Well then");
    }

    @Test
    void what_cannot_be_decided_is_refused_and_nothing_goes_on_the_log() {
        RequestTurn turn = waiting();
        String call = turn.turnId() + ":0:0";
        String approve = "{\"decision\":\"approve\"}";

        assertThat(new Visitor(port).decide(turn.turnId(), call, approve).statusCode())
                .isEqualTo(404);
        HttpResponse<String> early = visitor.decide(turn.turnId(), turn.turnId() + ":1:0", approve);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(early).get("code").asString()).isEqualTo("not_waiting");
        String within = turn.turnId() + ":0:0:1:0";
        assertThat(visitor.decide(turn.turnId(), within, approve).statusCode()).isEqualTo(409);
        assertThat(visitor.decide(turn.turnId(), turn.turnId() + ":0:0:1", approve)
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.decide(turn.turnId(), "something-else:0:0", approve).statusCode())
                .isEqualTo(404);
        assertThat(visitor.decide(turn.turnId(), call, "{}").statusCode()).isEqualTo(422);
        assertThat(visitor.decide(turn.turnId(), call, "{\"decision\":\"perhaps\"}")
                        .statusCode())
                .isBetween(400, 422);
        String tooLong = "{\"decision\":\"reject\",\"comment\":\"" + "x".repeat(2001) + "\"}";
        assertThat(visitor.decide(turn.turnId(), call, tooLong).statusCode()).isEqualTo(422);
        agent.end(turn, 1, "Over");
        await().until(() -> "completed"
                .equals(Visitor.json(visitor.get("/api/chat/turns/" + turn.turnId()))
                        .path("status")
                        .asString("")));
        HttpResponse<String> late = visitor.decide(turn.turnId(), call, approve);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Visitor.json(late).get("code").asString()).isEqualTo("turn_has_ended");
    }

    @Test
    void who_wants_the_whole_answer_hears_that_there_is_none_before_a_decision() {
        String question = question();
        String body = "{\"message\":\"" + question + "\",\"stream\":false}";
        var asked = visitor.postAsync(body, "Idempotency-Key", question);
        RequestTurn turn = agent.awaitTurn(question);
        String call = turn.turnId() + ":0:0";
        agent.start(turn, 1);
        agent.say(turn, 1, waitingCall(turn));
        agent.pause(turn, 1, call);

        HttpResponse<String> early = Visitor.await(asked);

        assertThat(early.statusCode()).isEqualTo(202);
        JsonNode waiting = Visitor.json(early);
        assertThat(waiting.get("status").asString()).isEqualTo("waiting_approval");
        assertThat(waiting.at("/tool_calls/0/tool_call_id").asString()).isEqualTo(call);
        assertThat(waiting.at("/tool_calls/0/arguments/city").asString()).isEqualTo("Berlin");
        assertThat(visitor.get(waiting.get("stream").asString().replace("/stream", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.await(visitor.postAsync(body, "Idempotency-Key", question))
                        .statusCode())
                .isEqualTo(202);

        assertThat(visitor.decide(turn.turnId(), call, "{\"decision\":\"approve\"}")
                        .statusCode())
                .isEqualTo(202);
        var again = visitor.postAsync(body, "Idempotency-Key", question);
        agent.answer(turn, 2, "Booked.");

        HttpResponse<String> answer = Visitor.await(again);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Visitor.json(answer).get("ai_response").asString()).isEqualTo("Booked.");
    }

    private static ToolCall waitingCall(RequestTurn turn) {
        return new ToolCall(
                turn.turnId(),
                turn.turnId() + ":0:0",
                "book_table",
                Map.of("city", "Berlin"),
                ToolCallStatus.WAITING_APPROVAL);
    }

    private RequestTurn waiting() {
        String question = question();
        var _ = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.pause(turn, 1, turn.turnId() + ":0:0");
        return turn;
    }
}
