package dev.parley.simulator.llm;

import java.util.function.Function;

/** What a {@link Say} says: a text, or numbered tokens with their send times. */
public sealed interface Words {
    record Text(Function<ChatRequestView, String> of) implements Words {}

    record Numbered(int count) implements Words {}
}
