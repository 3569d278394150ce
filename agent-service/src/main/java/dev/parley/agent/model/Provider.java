package dev.parley.agent.model;

/** Where models come from: one bean each, in the order in which they become the default. */
public interface Provider {
    /** What it has, for the catalogue: {@code offline}, or {@code openai:*} for any name after the colon. */
    String offer();

    /** Whether it has what it needs, such as a key; else it offers nothing. */
    boolean isReady();

    /** The name, whole, of the model that one gets who names none. */
    String usualModel();

    /** @param name whole, as {@link #offer()} allows it */
    Streaming open(String name);
}
