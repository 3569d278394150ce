package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;

/** Stop this turn, whether it runs, waits, or has not been seen yet. What was generated so far is kept. */
@WireType("parley.turn.cancel_turn.v1")
public record CancelTurn(TurnId turnId, ConversationId conversationId, String reason, Instant createdAt)
        implements TurnCommand {}
