package dev.parley.system.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.node.NodeProgram;
import dev.parley.system.stack.Bookings;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus.Service;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.OpenStream;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tool of a file books something, which somebody has to agree to: whatever happens meanwhile, once at most. */
@Journey
@OwnStackOnly
@Order(RunOrder.CRASHES)
class ApprovalJourney {
    private static final int NODE = 20;

    private final LocalStack stack;
    private final Visitor visitor;
    private final String name = "Ada-" + UUID.randomUUID();

    ApprovalJourney(LocalStack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void a_call_waits_on_the_open_stream_and_is_made_once_when_somebody_agrees() {
        try (OpenStream stream = visitor.open(booking())) {
            SseEvent waiting = stream.until("waiting");
            SseEvent call = announced(stream);
            assertThat(call.text("tool_id")).isEqualTo(Bookings.TOOL);
            assertThat(call.text("status")).isEqualTo("waiting_approval");
            assertThat(waiting.data().at("/tool_call_ids/0").asString("")).isEqualTo(call.text("tool_call_id"));
            assertThat(stack.bookings().count(name)).isZero();
            Truths.problem(decide(visitor.stranger(), call, "approve"), 404, "not_found");

            assertThat(decide(visitor, call, "approve").status()).isEqualTo(202);

            ended(stream.toEnd());
            Truths.problem(decide(visitor, call, "reject"), 409, "already_decided");
        }
    }

    @Test
    void who_waits_for_the_whole_answer_is_asked_at_once_and_nothing_is_done_that_is_rejected() {
        Reply early = visitor.post(booking().streamed(false), "Idempotency-Key", name);

        assertThat(early.status()).as(early.toString()).isEqualTo(202);
        JsonNode waiting = early.json();
        assertThat(waiting.path("status").asString("")).isEqualTo("waiting_approval");
        assertThat(waiting.at("/tool_calls/0/arguments/name").asString("")).isEqualTo(name);
        Reply decided = visitor.post(
                waiting.at("/tool_calls/0/decide_at").asString(""),
                "{\"decision\":\"reject\",\"comment\":\"It will rain.\"}");
        assertThat(decided.status()).as(decided.toString()).isEqualTo(202);

        Reply answer = visitor.post(booking().streamed(false), "Idempotency-Key", name);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("ai_response").asString("")).contains("rejected", "It will rain.");
        assertThat(stack.bookings().count(name)).isZero();
    }

    @Test
    void a_worker_that_is_killed_while_the_call_waits_changes_nothing() {
        try (OpenStream stream = visitor.open(booking())) {
            var _ = stream.until("waiting");
            SseEvent call = announced(stream);
            Service killed = stack.status().service("agent-service");
            LocalStack.kill(killed.pid());
            assertThat(decide(visitor, call, "approve").status()).isEqualTo(202);

            Service started = await().atMost(Duration.ofMinutes(2))
                    .until(() -> stack.status().service("agent-service"), Service::healthy);

            assertThat(started.pid()).isNotEqualTo(killed.pid());
            ended(stream.toEnd());
        }
    }

    @Test
    void a_page_made_with_the_ai_sdk_asks_its_user() {
        String said = NodeProgram.of("ai-sdk-approval.mjs", NODE)
                .run(stack.gateway(), visitor.session(), stack.simulated("sim"), name);

        assertThat(said).endsWith("ok\n");
        assertThat(stack.bookings().count(name)).isEqualTo(1);
        assertThat(stack.bookings().count("not " + name)).isZero();
    }

    private void ended(Answer answer) {
        assertThat(answer.last().is("message_end"))
                .as(answer.events().toString())
                .isTrue();
        assertThat(answer.text()).contains(name);
        assertThat(answer.all("tool_result")).hasSize(1);
        assertThat(stack.bookings().count(name)).isEqualTo(1);
    }

    private Question booking() {
        return Question.of("[[tool:" + Bookings.TOOL + " " + Json.write(Map.of("name", name)) + "]]")
                .toModel(stack.simulated("sim"));
    }

    private static SseEvent announced(OpenStream stream) {
        return stream.seen().stream()
                .filter(event -> event.is("tool_call"))
                .findFirst()
                .orElseThrow();
    }

    private static Reply decide(Visitor who, SseEvent call, String decision) {
        return who.post(
                "/api/chat/turns/" + call.text("turn_id") + "/approvals/" + call.text("tool_call_id"),
                Json.write(Map.of("decision", decision)));
    }
}
