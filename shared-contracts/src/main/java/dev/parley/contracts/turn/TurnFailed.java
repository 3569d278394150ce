package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;
import java.util.List;

/**
 * A turn has ended without a whole answer.
 *
 * @param text what was generated until then, perhaps nothing
 * @param code a stable name, such as {@code model_unavailable}
 */
@WireType("parley.turn.failed.v1")
public record TurnFailed(
        TurnId turnId,
        ConversationId conversationId,
        int attempt,
        Question question,
        MessageId messageId,
        String text,
        List<ToolCallRecord> toolCalls,
        Usage usage,
        String model,
        String code,
        String detail,
        boolean retryable,
        Instant failedAt)
        implements TurnOutcome {}
