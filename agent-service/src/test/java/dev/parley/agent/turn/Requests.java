package dev.parley.agent.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What chat-service asks for. */
final class Requests {
    private static final long GOOD_FOR_S = 300;

    private Requests() {}

    static RequestTurn plain(ConversationId conversation, String message) {
        return request(
                conversation, message, null, OnBusy.ENQUEUE, Clock.systemUTC().instant());
    }

    static RequestTurn toModel(ConversationId conversation, String message, String model) {
        return request(
                conversation, message, model, OnBusy.ENQUEUE, Clock.systemUTC().instant());
    }

    static RequestTurn interrupting(ConversationId conversation, String message) {
        return request(
                conversation, message, null, OnBusy.INTERRUPT, Clock.systemUTC().instant());
    }

    /** Of somebody who is signed in. */
    static RequestTurn of(Principal owner, ConversationId conversation, String message) {
        RequestTurn asked = plain(conversation, message);
        return new RequestTurn(
                asked.turnId(),
                conversation,
                owner,
                null,
                asked.userMessageId(),
                asked.messageId(),
                message,
                asked.channel(),
                null,
                null,
                null,
                asked.onBusy(),
                asked.streamPartition(),
                asked.createdAt(),
                asked.expiresAt());
    }

    /** For an assistant, or to be answered by a tool. */
    static RequestTurn chosen(
            ConversationId conversation, String message, @Nullable String assistant, @Nullable String toolId) {
        RequestTurn asked = plain(conversation, message);
        return new RequestTurn(
                asked.turnId(),
                conversation,
                asked.owner(),
                null,
                asked.userMessageId(),
                asked.messageId(),
                message,
                asked.channel(),
                null,
                toolId,
                assistant,
                asked.onBusy(),
                asked.streamPartition(),
                asked.createdAt(),
                asked.expiresAt());
    }

    /** Its time to begin is over. */
    static RequestTurn expired(ConversationId conversation, String message) {
        return request(conversation, message, null, OnBusy.ENQUEUE, Instant.EPOCH);
    }

    /** Of a client that keeps its conversation itself. */
    static RequestTurn inContext(ConversationId conversation, ClientContext context) {
        Instant asked = Clock.systemUTC().instant();
        return new RequestTurn(
                new TurnId(UUID.randomUUID()),
                conversation,
                new Principal(Principal.Kind.USER, UUID.randomUUID().toString()),
                null,
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                context.messages().getLast().text(),
                "api",
                null,
                null,
                null,
                OnBusy.ENQUEUE,
                4,
                asked,
                asked.plusSeconds(GOOD_FOR_S),
                context);
    }

    private static RequestTurn request(
            ConversationId conversation, String message, @Nullable String model, OnBusy onBusy, Instant asked) {
        return new RequestTurn(
                new TurnId(UUID.randomUUID()),
                conversation,
                new Principal(Principal.Kind.SESSION, "visitor"),
                null,
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                message,
                "web",
                model,
                null,
                null,
                onBusy,
                4,
                asked,
                asked.plusSeconds(GOOD_FOR_S));
    }
}
