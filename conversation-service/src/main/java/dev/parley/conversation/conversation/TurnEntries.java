package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.Author;
import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import io.opentelemetry.context.Context;
import java.util.List;

/**
 * Makes messages of turns, in the trace that is current. Requests and outcomes are not ordered against each other: whichever
 * comes first brings along what is missing, the other finds it there.
 */
final class TurnEntries {
    private static final Author ASSISTANT = new Author(Author.Kind.VIRTUAL, null, null);

    private TurnEntries() {}

    static List<Entry> of(TurnCommand command) {
        return switch (command) {
            case RequestTurn asked ->
                List.of(question(
                        asked.conversationId(),
                        asked.turnId(),
                        new Question(
                                asked.userMessageId(),
                                asked.owner(),
                                asked.workspaceId(),
                                asked.channel(),
                                asked.message(),
                                asked.createdAt())));
            case CancelTurn _, DecideToolCall _ -> List.of();
        };
    }

    static List<Entry> of(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnStarted _, TurnPaused _ -> List.of();
            case TurnCompleted done ->
                List.of(
                        question(done.conversationId(), done.turnId(), done.question()),
                        entry(done.conversationId(), done.question(), answer(done)));
            case TurnFailed failed ->
                List.of(
                        question(failed.conversationId(), failed.turnId(), failed.question()),
                        entry(failed.conversationId(), failed.question(), brokenAnswer(failed)));
        };
    }

    private static Entry question(ConversationId conversation, TurnId turn, Question question) {
        return entry(
                conversation,
                question,
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

    private static Entry entry(ConversationId conversation, Question question, Draft draft) {
        var origin = new Origin(
                conversation.value(), question.owner(), question.workspaceId(), question.channel(), question.askedAt());
        return new Entry(origin, draft, Context.current());
    }
}
