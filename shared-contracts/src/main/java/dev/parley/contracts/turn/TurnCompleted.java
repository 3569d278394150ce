package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;
import java.util.List;

/**
 * A turn was answered (or cancelled: then the text is what was generated until then).
 *
 * @param promptVersion id and version of the system prompt, such as {@code assistant/1}
 */
@WireType("parley.turn.completed.v1")
public record TurnCompleted(
        TurnId turnId,
        ConversationId conversationId,
        int attempt,
        Question question,
        MessageId messageId,
        String text,
        FinishReason finishReason,
        List<ToolCallRecord> toolCalls,
        List<Citation> citations,
        Usage usage,
        String model,
        String promptVersion,
        Instant completedAt)
        implements TurnOutcome {}
