package dev.parley.agent.embedding;

/** Makes vectors of texts. Thread-safe; it computes on the caller's thread. */
public interface Embedder {
    /** Vectors of one model can be compared, those of two cannot: its name is kept with them. */
    String model();

    /** A vector of length one; that of texts which mean the same points the same way. */
    float[] embed(String text);
}
