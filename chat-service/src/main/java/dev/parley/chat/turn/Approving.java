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
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes on what people decide about tool calls that wait for them. */
@Component
public class Approving {
    /** Who follows the stream may hear that a call waits a moment before it is known here. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ToolDecisions decisions;
    private final Turns turns;
    private final EventProducer producer;
    private final Clock clock;

    Approving(ToolDecisions decisions, Turns turns, EventProducer producer, Clock clock) {
        this.decisions = decisions;
        this.turns = turns;
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Decided again the same way, it is the same event.
     *
     * @throws ProblemException when the turn has ended, the call is not one of it or waits for nobody, or something else was decided
     * @throws dev.parley.platform.messaging.SendFailed when the log did not confirm it in time: it may be decided again
     */
    public void decide(Turn turn, String toolCallId, Decision decision, @Nullable String comment) {
        if (!toolCallId.matches(turn.id() + "(:\\d{1,4}:\\d{1,4}){1,8}")) {
            throw ProblemException.notFound("tool call");
        }
        if (turn.status().isEnd() && !decisions.isDecided(turn.id(), toolCallId)) {
            throw new ProblemException(
                    ProblemCode.TURN_HAS_ENDED, "The turn is " + turn.status().column() + ".");
        }
        requireWaiting(turn, toolCallId);
        if (decisions.decide(turn.id(), toolCallId, decision) != decision) {
            throw new ProblemException(ProblemCode.ALREADY_DECIDED, "The first decision stands.");
        }
        if (turn.status().isEnd()) {
            return;
        }
        var event = new DecideToolCall(turn.id(), turn.conversation(), toolCallId, decision, comment, clock.instant());
        UUID id = UUID.nameUUIDFromBytes((toolCallId + "/decided").getBytes(UTF_8));
        producer.sendAndAwait(
                Outgoing.of(Topic.TURN_REQUESTS, turn.conversation().toString(), id, event));
    }

    private void requireWaiting(Turn turn, String toolCallId) {
        for (Duration waited = Duration.ZERO;
                !decisions.isDecided(turn.id(), toolCallId);
                waited = waited.plus(LOOK_AGAIN)) {
            if (turns.waitsFor(turn.id(), toolCallId)) {
                return;
            }
            if (waited.compareTo(HEARD_WITHIN) >= 0) {
                throw new ProblemException(ProblemCode.NOT_WAITING, "Nobody is asked about this call.");
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.DEPENDENCY_UNAVAILABLE, "The service is stopping.", e);
        }
    }
}
