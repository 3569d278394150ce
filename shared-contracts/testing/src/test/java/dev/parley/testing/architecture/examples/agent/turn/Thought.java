package dev.parley.testing.architecture.examples.agent.turn;

import dev.parley.testing.architecture.examples.contracts.PlainFact;

public record Thought(PlainFact about) {}
