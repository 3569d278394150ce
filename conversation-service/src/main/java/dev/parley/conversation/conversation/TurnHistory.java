package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.Author;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.conversation.catchup.AppliedPositions;
import dev.parley.platform.messaging.Positions;
import dev.parley.platform.messaging.Received;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes messages of turns. Requests and outcomes are not ordered against each other: whichever comes first creates what is
 * missing, the other finds it there.
 */
@Component
class TurnHistory {
    private static final Author ASSISTANT = new Author(Author.Kind.VIRTUAL, null, null);

    private final Appender appender;
    private final AppliedPositions positions;

    TurnHistory(Appender appender, AppliedPositions positions) {
        this.appender = appender;
        this.positions = positions;
    }

    @Transactional
    void acceptCommands(List<Received<TurnCommand>> batch, Positions reached) {
        inLockOrder(batch).forEach(received -> received.inTrace(this::accept));
        positions.advance(reached);
    }

    @Transactional
    void acceptOutcomes(List<Received<TurnOutcome>> batch, Positions reached) {
        inLockOrder(batch).forEach(received -> received.inTrace(this::accept));
        positions.advance(reached);
    }

    /** Requests and outcomes lock the same conversations at the same time: in one order, so that none waits in a ring. */
    private static <E extends Event> List<Received<E>> inLockOrder(List<Received<E>> batch) {
        return batch.stream().sorted(Comparator.comparing(Received::key)).toList();
    }

    private void accept(TurnCommand command) {
        switch (command) {
            case RequestTurn asked ->
                appendQuestion(
                        asked.conversationId(),
                        asked.turnId(),
                        new Question(
                                asked.userMessageId(),
                                asked.owner(),
                                asked.workspaceId(),
                                asked.channel(),
                                asked.message(),
                                asked.createdAt()));
            case CancelTurn _ -> {}
        }
    }

    private void accept(TurnOutcome outcome) {
        switch (outcome) {
            case TurnStarted _ -> {}
            case TurnCompleted done -> {
                appendQuestion(done.conversationId(), done.turnId(), done.question());
                appender.append(origin(done.conversationId(), done.question()), answer(done));
            }
            case TurnFailed failed -> {
                appendQuestion(failed.conversationId(), failed.turnId(), failed.question());
                appender.append(origin(failed.conversationId(), failed.question()), brokenAnswer(failed));
            }
        }
    }

    private void appendQuestion(ConversationId conversation, TurnId turn, Question question) {
        appender.append(
                origin(conversation, question),
                new Draft(
                        question.messageId().value(),
                        turn.value(),
                        Role.USER,
                        new Author(Author.Kind.HUMAN, question.owner().id(), null),
                        question.text(),
                        MessageStatus.COMPLETED,
                        question.channel(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        question.askedAt()));
    }

    private static Draft answer(TurnCompleted done) {
        return new Draft(
                done.messageId().value(),
                done.turnId().value(),
                Role.ASSISTANT,
                ASSISTANT,
                done.text(),
                done.finishReason() == FinishReason.CANCELLED ? MessageStatus.CANCELLED : MessageStatus.COMPLETED,
                done.question().channel(),
                done.toolCalls(),
                done.citations(),
                done.usage(),
                done.model(),
                done.completedAt());
    }

    private static Draft brokenAnswer(TurnFailed failed) {
        return new Draft(
                failed.messageId().value(),
                failed.turnId().value(),
                Role.ASSISTANT,
                ASSISTANT,
                failed.text(),
                MessageStatus.FAILED,
                failed.question().channel(),
                failed.toolCalls(),
                List.of(),
                failed.usage(),
                failed.model(),
                failed.failedAt());
    }

    private static Origin origin(ConversationId conversation, Question question) {
        return new Origin(
                conversation.value(), question.owner(), question.workspaceId(), question.channel(), question.askedAt());
    }
}
