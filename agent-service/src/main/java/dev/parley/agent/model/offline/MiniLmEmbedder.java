package dev.parley.agent.model.offline;

import dev.parley.agent.embedding.Embedder;
import org.springframework.stereotype.Component;

/** The built-in embeddings for others: nothing is remembered, for documents are embedded once. */
@Component
final class MiniLmEmbedder implements Embedder {
    private final Embeddings embeddings = new MiniLm();

    @Override
    public String model() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public float[] embed(String text) {
        return embeddings.of(text);
    }
}
