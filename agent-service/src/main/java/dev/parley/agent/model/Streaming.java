package dev.parley.agent.model;

/** One model at its provider, without patience: a try is a try. {@link SteadyModel} adds what callers may rely on. */
public interface Streaming {
    /**
     * Tries once, and returns at once. May fall silent; {@link ModelCall#cancel()} of the result frees what it holds, and
     * whatever it says afterwards is not heard.
     */
    ModelCall open(ModelRequest request, StreamListener listener);
}
