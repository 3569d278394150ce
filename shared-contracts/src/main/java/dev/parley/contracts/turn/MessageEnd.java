package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;
import java.util.List;

/**
 * An answer is complete and stored as decided.
 *
 * @param text the whole answer
 */
@WireType("parley.turn.message_end.v1")
public record MessageEnd(
        TurnId turnId,
        MessageId messageId,
        String text,
        FinishReason finishReason,
        Usage usage,
        List<Citation> citations)
        implements TurnEvent {}
