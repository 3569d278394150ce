package dev.parley.agent.embedding;

import java.util.List;

/** Makes vectors of texts. Thread-safe; it computes, or waits for a server, on the caller's thread. */
public interface Embedder {
    /** Vectors of one model can be compared, those of two cannot: its name is kept with them. */
    String model();

    /**
     * A vector of length one; that of texts which mean the same points the same way. For what somebody waits for.
     *
     * @throws EmbeddingFailure when there is none in a few seconds
     */
    float[] embed(String text);

    /**
     * The same for many texts at once, which nobody waits for.
     *
     * @throws EmbeddingFailure when there are none
     */
    default Embedded embedAll(List<String> texts) {
        return new Embedded(texts.stream().map(this::embed).toList(), 0);
    }

    /** Whether others do the work, so that it takes none of this process's time. */
    default boolean isRemote() {
        return false;
    }
}
