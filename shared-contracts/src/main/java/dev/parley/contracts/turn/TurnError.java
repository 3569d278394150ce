package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.TurnId;

/**
 * A turn has ended without a whole answer; what was said so far is kept.
 *
 * @param code a stable name, such as {@code model_unavailable}
 * @param detail a sentence for people
 * @param retryable whether asking again may help
 */
@WireType("parley.turn.error.v1")
public record TurnError(TurnId turnId, String code, String detail, boolean retryable) implements TurnEvent {}
