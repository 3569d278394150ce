package dev.parley.agent.turn;

import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import java.util.List;

/** What readers of a stream see of an outcome. */
final class Ending {
    private Ending() {}

    /** The last event of a stream that was followed until here. */
    static List<TurnEvent> of(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnCompleted done -> List.of(end(done));
            case TurnFailed failed -> List.of(error(failed));
            case TurnStarted _ -> List.of();
        };
    }

    /** A whole stream, for an attempt that answers nothing itself: whoever reads it starts over with it. */
    static List<TurnEvent> whole(TurnOutcome outcome, int attempt) {
        return switch (outcome) {
            case TurnCompleted done when done.text().isEmpty() -> List.of(start(done, attempt), end(done));
            case TurnCompleted done ->
                List.of(start(done, attempt), new Delta(done.turnId(), done.messageId(), 0, done.text()), end(done));
            case TurnFailed failed -> List.of(error(failed));
            case TurnStarted _ -> List.of();
        };
    }

    private static MessageStart start(TurnCompleted done, int attempt) {
        return new MessageStart(
                done.turnId(),
                done.conversationId(),
                done.messageId(),
                done.question().messageId(),
                attempt,
                done.model(),
                done.completedAt());
    }

    private static MessageEnd end(TurnCompleted done) {
        return new MessageEnd(
                done.turnId(), done.messageId(), done.text(), done.finishReason(), done.usage(), done.citations());
    }

    private static TurnError error(TurnFailed failed) {
        return new TurnError(failed.turnId(), failed.code(), failed.detail(), failed.retryable());
    }
}
