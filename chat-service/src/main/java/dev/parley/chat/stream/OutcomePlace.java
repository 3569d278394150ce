package dev.parley.chat.stream;

/** Where a turn's outcome stands on {@code chat.turn-outcomes}. */
public record OutcomePlace(int partition, long offset) {}
