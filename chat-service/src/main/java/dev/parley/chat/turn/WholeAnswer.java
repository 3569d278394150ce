package dev.parley.chat.turn;

import dev.parley.chat.stream.StreamCut;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.stream.TurnStream;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;

/** Waits for the end of a turn. */
final class WholeAnswer {
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration WAKE_UP = Duration.ofMinutes(1);

    private WholeAnswer() {}

    /** @throws ProblemException when the turn ended without an answer, or cannot be followed to its end here */
    static ChatAnswer await(Turn turn, TurnStream stream) {
        try {
            StreamEvent last = lastOf(stream);
            if (last.name().equals("error")) {
                throw failed(turn, WireJson.read(last.data(), TurnError.class));
            }
            return ChatAnswer.of(turn, WireJson.read(last.data(), MessageEnd.class));
        } catch (StreamCut cut) {
            throw interrupted(turn, cut);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(turn, e);
        }
    }

    private static StreamEvent lastOf(TurnStream stream) throws InterruptedException {
        StreamEvent event = stream.next(WAKE_UP);
        while (event == null || !event.last()) {
            event = stream.next(WAKE_UP);
        }
        return event;
    }

    private static ProblemException failed(Turn turn, TurnError error) {
        var problem = new ProblemException(ProblemCode.TURN_FAILED, error.detail())
                .with("turn_id", turn.id().toString())
                .with("conversation_id", turn.conversation().toString())
                .with("error_code", error.code())
                .with("retryable", error.retryable());
        return error.retryable() ? problem.retryAfter(RETRY) : problem;
    }

    private static ProblemException interrupted(Turn turn, Exception cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "The turn goes on, but this connection cannot wait for it: read its stream.",
                        cause)
                .with("turn_id", turn.id().toString())
                .retryAfter(RETRY);
    }
}
