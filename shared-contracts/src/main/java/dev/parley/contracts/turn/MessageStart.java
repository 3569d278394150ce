package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;

/**
 * An answer begins. A second one with a higher attempt means that another worker starts over: what was shown is to be
 * replaced.
 */
@WireType("parley.turn.message_start.v1")
public record MessageStart(
        TurnId turnId,
        ConversationId conversationId,
        MessageId messageId,
        MessageId userMessageId,
        int attempt,
        String model,
        Instant createdAt)
        implements TurnEvent {}
