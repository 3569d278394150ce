package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer is complete and stored as decided.
 *
 * @param text the whole answer
 * @param toolCalls what the client has to run, with {@link FinishReason#TOOL_CALLS}
 * @param model the one that answered; absent in records of older writers
 */
@WireType("parley.turn.message_end.v1")
public record MessageEnd(
        TurnId turnId,
        MessageId messageId,
        String text,
        FinishReason finishReason,
        Usage usage,
        List<Citation> citations,
        @Nullable List<RequestedCall> toolCalls,
        @Nullable String model)
        implements TurnEvent {
    public MessageEnd(
            TurnId turnId,
            MessageId messageId,
            String text,
            FinishReason finishReason,
            Usage usage,
            List<Citation> citations) {
        this(turnId, messageId, text, finishReason, usage, citations, null, null);
    }
}
