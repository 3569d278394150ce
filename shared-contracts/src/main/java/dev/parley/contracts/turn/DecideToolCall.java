package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person has decided about a tool call that waits for approval. The first decision counts.
 *
 * @param toolCallId as the call was announced
 * @param comment why, for the model to read
 */
@WireType("parley.turn.decide_tool_call.v1")
public record DecideToolCall(
        TurnId turnId,
        ConversationId conversationId,
        String toolCallId,
        Decision decision,
        @Nullable String comment,
        Instant createdAt)
        implements TurnCommand {}
