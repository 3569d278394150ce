package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus;
import dev.parley.system.stack.Traced;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What a visitor is told when something that all need is gone. Part after part is killed; nobody starts it again. */
@Journey
@OwnStackOnly
@Order(RunOrder.OUTAGES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageJourney {
    private final LocalStack stack;
    private final Visitor visitor;
    private final Answer before;

    OutageJourney(@Traced LocalStack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
        this.before = visitor.ask("Hello!");
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(AssertionError.class)
                .until(() -> visitor.messages(before.conversation()).size() == 2);
    }

    @AfterAll
    void what_cannot_be_drained_any_more_is_ended() {
        stack.killServices();
    }

    @Test
    @Order(1)
    void without_the_agent_questions_are_kept_and_wait() {
        LocalStack.kill(pid("agent-service"));

        unavailable(visitor.get("/api/tools"));
        try (var _ = visitor.open(Question.of("Are you there?"))) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> visitor.conversations().stream()
                            .map(conversation ->
                                    conversation.path("message_count").asInt())
                            .toList()
                            .equals(List.of(1, 2)));
        }
    }

    @Test
    @Order(2)
    void without_the_broker_new_turns_are_refused_and_what_is_stored_can_be_read() {
        LocalStack.kill(stack.status().kafkaPid());

        unavailable(visitor.post(Question.of("Hello?").streamed(false)));
        unavailable(visitor.post(Question.of("Hello?").in(before.conversation())));
        assertThat(visitor.messages(before.conversation())).hasSize(2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(health("broker")).isNotEqualTo("ok"));
    }

    @Test
    @Order(3)
    void without_the_database_reads_are_refused_too() {
        LocalStack.kill(stack.status().postgresPid());

        unavailable(visitor.get("/api/chat/conversations"));
        unavailable(visitor.get("/api/chat/conversations/" + before.conversation() + "/messages"));
        unavailable(visitor.post(Question.of("Hello?")));
        unavailable(visitor.get("/api/chat/turns/" + before.turn()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(health("database")).isEqualTo("down"));
        assertThat(visitor.get("/api/v1/health/db").status()).isEqualTo(503);
    }

    @Test
    @Order(4)
    void without_a_service_the_gateway_still_answers_for_it() {
        LocalStack.kill(pid("conversation-service"));

        unavailable(visitor.get("/api/chat/conversations"));
        assertThat(visitor.get("/health").status()).isEqualTo(200);
        assertThat(visitor.get("/api/health/detailed").status()).isEqualTo(503);
        assertThat(visitor.get("/openapi.json")
                        .json()
                        .path("x-unavailable-services")
                        .toString())
                .contains("conversation-service");
    }

    private static void unavailable(Reply reply) {
        Truths.problem(reply, 503, "dependency_unavailable");
        assertThat(reply.header("Retry-After")).matches("\\d+");
    }

    private String health(String part) {
        Reply reply = visitor.get("/api/health/detailed");
        assertThat(reply.status()).isEqualTo(503);
        return reply.json().path(part).path("status").asString("");
    }

    private long pid(String service) {
        StackStatus status = stack.status();
        return status.service(service).pid();
    }
}
