package dev.parley.agent.model.offline;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/** all-MiniLM-L6-v2, quantised, in this process: loaded by the first who needs it (about a second, 150 MB). */
final class MiniLm implements Embeddings {
    /** The network reads some 250 words; of a longer text its begin and its end say what is wanted. */
    private static final int LONGEST = 1_000;

    private static final class Loaded {
        static final EmbeddingModel MODEL = new AllMiniLmL6V2QuantizedEmbeddingModel();
    }

    @Override
    public float[] of(String text) {
        return Loaded.MODEL.embed(Shortening.ends(text, LONGEST)).content().vector();
    }
}
