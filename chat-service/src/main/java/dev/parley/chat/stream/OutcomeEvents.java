package dev.parley.chat.stream;

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

/** The shortest stream that says what an outcome says: start, all that was said in one delta, end. */
final class OutcomeEvents {
    private OutcomeEvents() {}

    static List<TurnEvent> of(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnStarted _, TurnPaused _ -> List.of();
            case TurnCompleted done ->
                List.of(start(done), new Delta(done.turnId(), done.messageId(), 0, done.text()), end(done));
            case TurnFailed failed when failed.text().isEmpty() -> List.of(start(failed), end(failed));
            case TurnFailed failed ->
                List.of(start(failed), new Delta(failed.turnId(), failed.messageId(), 0, failed.text()), end(failed));
        };
    }

    private static MessageStart start(TurnCompleted done) {
        return new MessageStart(
                done.turnId(),
                done.conversationId(),
                done.messageId(),
                done.question().messageId(),
                done.attempt(),
                done.model(),
                done.completedAt());
    }

    private static MessageStart start(TurnFailed failed) {
        return new MessageStart(
                failed.turnId(),
                failed.conversationId(),
                failed.messageId(),
                failed.question().messageId(),
                failed.attempt(),
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

    private static TurnError end(TurnFailed failed) {
        return new TurnError(failed.turnId(), failed.code(), failed.detail(), failed.retryable());
    }
}
