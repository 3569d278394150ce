package dev.parley.agent.model;

import java.util.Optional;

/** Where models come from. */
public interface Provider {
    /** What it has, for the catalogue: {@code offline}, or {@code openai:*} for any name after the colon. */
    String offer();

    /** The name, whole, of the model that one gets who names none; empty where nobody knows one. */
    Optional<String> usualModel();

    /** @param name whole, as {@link #offer()} allows it */
    Streaming open(String name);
}
