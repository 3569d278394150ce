package dev.parley.agent.allowance;

import dev.parley.contracts.id.TurnId;

/** An attempt at a turn, counted from 1. */
record AttemptId(TurnId turn, int number) {}
