package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes on what people decide about tool calls that wait for them. */
@Component
class Approving {
    private final ToolDecisions decisions;
    private final EventProducer producer;
    private final Clock clock;

    Approving(ToolDecisions decisions, EventProducer producer, Clock clock) {
        this.decisions = decisions;
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Decided again the same way, it is the same event.
     *
     * @throws ProblemException when the turn has ended, the call is not one of it, or something else was decided
     * @throws dev.parley.platform.messaging.SendFailed when the log did not confirm it in time: it may be decided again
     */
    void decide(Turn turn, String toolCallId, Decision decision, @Nullable String comment) {
        if (!toolCallId.matches(turn.id() + ":\\d{1,4}:\\d{1,4}")) {
            throw ProblemException.notFound("tool call");
        }
        if (turn.status().isEnd()) {
            throw new ProblemException(
                    ProblemCode.TURN_HAS_ENDED, "The turn is " + turn.status().column() + ".");
        }
        if (decisions.decide(turn.id(), toolCallId, decision) != decision) {
            throw new ProblemException(ProblemCode.ALREADY_DECIDED, "The first decision stands.");
        }
        var event = new DecideToolCall(turn.id(), turn.conversation(), toolCallId, decision, comment, clock.instant());
        UUID id = UUID.nameUUIDFromBytes((toolCallId + "/decided").getBytes(UTF_8));
        producer.sendAndAwait(
                Outgoing.of(Topic.TURN_REQUESTS, turn.conversation().toString(), id, event));
    }
}
