package dev.parley.agent.model;

/** A language model. Thread-safe; thousands of calls may run at once. */
public interface Model {
    /** How it is shown, stored and priced: {@code offline}, {@code openai:gpt-4o-mini}. */
    String name();

    /** Whether it makes sense to ask it: its provider is not known to be down. */
    default boolean isAvailable() {
        return true;
    }

    /**
     * Begins an answer and returns at once. Exactly one of {@link ModelListener#finished} and {@link ModelListener#failed}
     * follows, whatever happens: a stall, a cut connection and {@link ModelCall#cancel()} end it too.
     */
    ModelCall start(ModelRequest request, ModelListener listener);
}
