package dev.parley.chat.turn;

import dev.parley.chat.stream.TurnStream;
import dev.parley.contracts.id.Principal;

/** Somebody who follows a turn. */
public record Reading(Turn turn, Principal reader, TurnStream stream, Rendering rendering) {}
