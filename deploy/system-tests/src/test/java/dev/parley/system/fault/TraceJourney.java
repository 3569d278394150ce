package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Traced;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One question, one trace: from the client through every service, both ways over the log, to what was stored and told. */
@Journey
@OwnStackOnly
@Order(RunOrder.TRACES)
class TraceJourney {
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String WORK = "agent-service: work turn";
    private static final String STORED = "conversation-service: receive parley.turn.completed.v1";
    private static final String TOLD = "conversation-service: conversation.events publish";
    private static final String LOOKED_UP = "agent-service: location.results process";

    private final LocalStack stack;
    private final String id = UUID.randomUUID().toString().replace("-", "");

    TraceJourney(@Traced LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void a_question_is_one_trace_through_all_services_and_both_hops_of_the_log() {
        stack.visitor()
                .ask(
                        Question.of("Where could I open a coffee bar in Berlin?")
                                .toModel("offline"),
                        "traceparent",
                        "00-" + id + "-" + CALLER + "-01");

        // A span is written when it has ended, and the first one ends last.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> isWhole(Trace.read(stack.traces(), id)));
    }

    @Test
    void what_opens_a_conversation_is_in_no_trace() throws IOException {
        Visitor visitor = stack.visitor();
        Reply list = stack.visitor()
                .nameless()
                .get(
                        "/api/chat/conversations?session_id=" + visitor.session(),
                        "traceparent",
                        "00-" + id + "-" + CALLER + "-01");

        assertThat(list.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Trace.read(stack.traces(), id).roots().stream()
                        .anyMatch(span -> span.label().startsWith("gateway-service")));
        assertThat(Files.readString(stack.traces()))
                .contains("session_id=REDACTED")
                .doesNotContain(visitor.session());
    }

    private static void isWhole(Trace trace) {
        assertThat(trace.wayTo(WORK))
                .containsExactly(
                        "gateway-service: POST chat",
                        "gateway-service: POST",
                        "chat-service: POST /api/chat",
                        "chat-service: chat.turn-requests publish",
                        WORK);
        assertThat(trace.wayTo(LOOKED_UP))
                .containsSubsequence(
                        WORK,
                        "agent-service: location.requests publish",
                        "location-service: work lookup",
                        "location-service: location.results publish",
                        LOOKED_UP);
        assertThat(trace.wayTo(STORED)).containsSubsequence(WORK, "agent-service: chat.turn-outcomes publish", STORED);
        assertThat(trace.wayTo(TOLD)).startsWith("gateway-service: POST chat");
        assertThat(trace.roots()).extracting(Span::parent).containsOnly(CALLER);
    }
}
