package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus.Service;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.OpenStream;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.SseEvent;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A worker dies in the middle of an answer; who reads it sees it start over and end. */
@Journey
@OwnStackOnly
@Order(RunOrder.CRASHES)
class CrashJourney {
    private static final String AGENT = "agent-service";

    private final LocalStack stack;
    private final Visitor visitor;

    CrashJourney(LocalStack stack) {
        this.stack = stack;
        this.visitor = stack.visitor();
    }

    @Test
    void an_answer_whose_worker_was_killed_is_begun_again_on_the_same_stream_and_completed() {
        Service killed = stack.status().service(AGENT);
        // The model falls silent in the middle of its first answer, so that the middle lasts.
        Question question =
                Question.of("[[tokens:30 gap=5]] [[stall:after=6 times=1]]").toModel(stack.simulated("sim"));
        try (OpenStream stream = visitor.open(question)) {
            stream.until(event -> event.text("text").contains("t5@"));
            LocalStack.kill(killed.pid());

            Answer answer = stream.toEnd();
            List<SseEvent> starts = answer.all("message_start");
            assertThat(starts).hasSize(2);
            assertThat(starts).extracting(start -> start.text("message_id")).containsOnly(answer.message());
            assertThat(starts)
                    .extracting(start -> start.data().path("attempt").asInt())
                    .containsExactly(1, 2);
            Truths.gapless(answer);
            assertThat(answer.last().name()).isEqualTo("message_end");
            assertThat(answer.text()).isEqualTo(answer.shown()).contains("t29@");
            assertThat(stored(answer.conversation()).path("content").asString(""))
                    .isEqualTo(answer.text());
        }

        Service started = await().atMost(Duration.ofSeconds(30))
                .until(() -> stack.status().service(AGENT), Service::healthy);
        assertThat(started.pid()).isNotEqualTo(killed.pid());
    }

    /** The only answer of the conversation, however often it was begun. */
    private JsonNode stored(String conversation) {
        List<JsonNode> messages = await().atMost(Duration.ofSeconds(20))
                .until(() -> visitor.messages(conversation), all -> all.size() == 2);
        return messages.getLast();
    }
}
