package dev.parley.contracts.turn;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;

/** What chat-service asks of agent-service, in order within a conversation. */
public sealed interface TurnCommand extends Event permits RequestTurn, CancelTurn, DecideToolCall {
    TurnId turnId();

    ConversationId conversationId();
}
