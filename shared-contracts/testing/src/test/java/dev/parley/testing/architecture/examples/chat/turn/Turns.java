package dev.parley.testing.architecture.examples.chat.turn;

import dev.parley.testing.architecture.examples.chat.stream.Streams;

public record Turns(Streams streams) {}
