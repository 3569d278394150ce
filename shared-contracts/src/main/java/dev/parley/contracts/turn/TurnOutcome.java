package dev.parley.contracts.turn;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;

/** What is remembered of a turn: few facts, kept long. */
public sealed interface TurnOutcome extends Event permits TurnStarted, TurnPaused, TurnCompleted, TurnFailed {
    TurnId turnId();

    ConversationId conversationId();

    int attempt();
}
