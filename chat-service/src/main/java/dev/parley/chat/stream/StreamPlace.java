package dev.parley.chat.stream;

import dev.parley.contracts.id.TurnId;

/**
 * Where a turn's records are.
 *
 * @param firstOffset nothing of the turn stands before it
 */
public record StreamPlace(TurnId turn, int partition, long firstOffset) {}
