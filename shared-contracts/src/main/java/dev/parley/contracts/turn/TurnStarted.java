package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;

/** A worker has begun a turn. */
@WireType("parley.turn.started.v1")
public record TurnStarted(TurnId turnId, ConversationId conversationId, int attempt, String model, Instant startedAt)
        implements TurnOutcome {}
