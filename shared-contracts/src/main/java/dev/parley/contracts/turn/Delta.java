package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.TurnId;

/**
 * A piece of the answer.
 *
 * @param seq counts the deltas of an attempt from 0 with no gap; the texts joined are the answer
 */
@WireType("parley.turn.delta.v1")
public record Delta(TurnId turnId, MessageId messageId, int seq, String text) implements TurnEvent {}
