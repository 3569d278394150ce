package dev.parley.testing.architecture.examples.chat.turn;

import dev.parley.testing.architecture.examples.agent.turn.Thought;

record NosyTurn(Thought thought) {}
