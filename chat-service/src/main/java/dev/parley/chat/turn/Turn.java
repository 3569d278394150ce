package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.chat.stream.StreamPlace;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A turn as it is stored.
 *
 * @param acked whether its request is known to be on the log
 * @param request the body of its request, to be sent again if need be
 * @param note what answers in the client's own protocol say again
 * @param requestHash of what the client asked, to tell a repeat from another question under the same key
 */
public record Turn(
        TurnId id,
        ConversationId conversation,
        Principal owner,
        MessageId userMessage,
        MessageId message,
        @Nullable String model,
        TurnStatus status,
        int attempt,
        @Nullable String errorCode,
        boolean acked,
        byte[] request,
        StreamPlace place,
        Optional<OutcomePlace> outcome,
        @Nullable String idempotencyKey,
        @Nullable String note,
        byte[] requestHash,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
