package dev.parley.testing.architecture.examples.chat.stream;

import dev.parley.testing.architecture.examples.chat.turn.Turns;
import java.util.List;

public record Streams(List<Turns> turns) {}
