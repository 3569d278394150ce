package dev.parley.conversation.conversation;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns of one conversation, as the other services would tell of them. */
final class Turns {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final ConversationId conversation;
    final Principal owner;

    Turns(Principal owner) {
        this(new ConversationId(UUID.randomUUID()), owner);
    }

    private Turns(ConversationId conversation, Principal owner) {
        this.conversation = conversation;
        this.owner = owner;
    }

    /** Turns that somebody else has in the same conversation. */
    Turns of(Principal other) {
        return new Turns(conversation, other);
    }

    RequestTurn asks(String message) {
        return asksAt(NOON, message);
    }

    RequestTurn asksAt(Instant time, String message) {
        return new RequestTurn(
                new TurnId(UUID.randomUUID()),
                conversation,
                owner,
                null,
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                message,
                "web",
                null,
                null,
                null,
                OnBusy.ENQUEUE,
                0,
                time,
                time.plusSeconds(300));
    }

    TurnCompleted answers(RequestTurn asked, String text) {
        return answer(asked, text, List.of());
    }

    /** After a tool was called. */
    TurnCompleted answers(RequestTurn asked, String text, Map<String, @Nullable Object> arguments) {
        return answer(
                asked, text, List.of(new ToolCallRecord("call", "tool", arguments, Map.of(), null, null, false, 1)));
    }

    private TurnCompleted answer(RequestTurn asked, String text, List<ToolCallRecord> calls) {
        return new TurnCompleted(
                asked.turnId(),
                conversation,
                1,
                question(asked),
                asked.messageId(),
                text,
                FinishReason.STOP,
                calls,
                List.of(),
                new Usage(7, 11, java.math.BigDecimal.ZERO),
                "offline",
                "assistant/1",
                NOON.plusSeconds(3));
    }

    TurnFailed breaksOff(RequestTurn asked, String text) {
        return new TurnFailed(
                asked.turnId(),
                conversation,
                1,
                question(asked),
                asked.messageId(),
                text,
                List.of(),
                Usage.NONE,
                "offline",
                "model_unavailable",
                "The model is not there.",
                true,
                NOON.plusSeconds(3));
    }

    private Question question(RequestTurn asked) {
        return new Question(asked.userMessageId(), owner, null, "web", asked.message(), asked.createdAt());
    }
}
