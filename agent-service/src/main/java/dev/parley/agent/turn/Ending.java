package dev.parley.agent.turn;

import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.MessageStart;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
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
            case TurnStarted _, TurnPaused _ -> List.of();
        };
    }

    /**
     * A whole stream, for an attempt that answers nothing itself: whoever reads it starts over with it, and sees what is
     * stored, however much the attempts before have shown.
     */
    static List<TurnEvent> whole(TurnOutcome outcome, int attempt) {
        return switch (outcome) {
            case TurnCompleted done -> whole(start(done, attempt), done.text(), end(done));
            case TurnFailed failed -> whole(start(failed, attempt), failed.text(), error(failed));
            case TurnStarted _, TurnPaused _ -> List.of();
        };
    }

    private static List<TurnEvent> whole(MessageStart start, String text, TurnEvent last) {
        return text.isEmpty()
                ? List.of(start, last)
                : List.of(start, new Delta(start.turnId(), start.messageId(), 0, text), last);
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

    private static MessageStart start(TurnFailed failed, int attempt) {
        return new MessageStart(
                failed.turnId(),
                failed.conversationId(),
                failed.messageId(),
                failed.question().messageId(),
                attempt,
                failed.model(),
                failed.failedAt());
    }

    private static MessageEnd end(TurnCompleted done) {
        return new MessageEnd(
                done.turnId(),
                done.messageId(),
                done.text(),
                done.finishReason(),
                done.usage(),
                done.citations(),
                RequestedCall.of(done.toolCalls()),
                done.model());
    }

    private static TurnError error(TurnFailed failed) {
        return new TurnError(failed.turnId(), failed.code(), failed.detail(), failed.retryable());
    }
}
