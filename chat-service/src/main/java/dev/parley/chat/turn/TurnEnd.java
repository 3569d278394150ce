package dev.parley.chat.turn;

import org.jspecify.annotations.Nullable;

/**
 * How a turn has ended.
 *
 * @param errorCode why it failed
 */
record TurnEnd(TurnStatus status, int attempt, @Nullable String errorCode) {}
