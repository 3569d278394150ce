package dev.parley.contracts.turn;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;
import java.util.List;

/**
 * Nothing happens until somebody has decided about tool calls, or the time for that is over; then the answer is begun once
 * more, with a higher attempt.
 *
 * @param toolCallIds the calls that wait
 * @param until when it goes on without a decision
 */
@WireType("parley.turn.waiting.v1")
public record TurnWaiting(TurnId turnId, List<String> toolCallIds, Instant until) implements TurnEvent {}
