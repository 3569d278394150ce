package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.contracts.id.TurnId;
import java.time.Instant;

/** How a turn has ended, as the log says it. */
record Outcome(TurnId turn, TurnEnd end, String model, OutcomePlace place, Instant at) {}
