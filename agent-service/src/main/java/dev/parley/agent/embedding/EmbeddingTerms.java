package dev.parley.agent.embedding;

import java.util.List;

/** On what terms somebody's texts are embedded. Tenants are named as rows name them. Thread-safe. */
public interface EmbeddingTerms {
    /** Whether the owner may have something embedded that may cost something. */
    boolean allows(Embedder embedder, String tenant);

    /**
     * Embeds texts when there is room at the provider.
     *
     * @throws EmbeddingFailure when there are no vectors
     * @throws dev.parley.platform.work.RetryLater when there is no room in time
     */
    Embedded embed(Embedder embedder, List<String> texts) throws InterruptedException;

    /** Writes down what it has cost, within the transaction that stores what came of it. */
    void charge(Embedder embedder, Embedded embedded, String tenant);
}
