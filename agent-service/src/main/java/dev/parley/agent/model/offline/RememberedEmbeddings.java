package dev.parley.agent.model.offline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the newest vectors: of the examples, and of what was said in the conversations that go on. */
final class RememberedEmbeddings implements Embeddings {
    private static final int MOST = 4_000;

    private final Embeddings source;
    private final Map<String, float[]> known = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }
    });

    RememberedEmbeddings(Embeddings source) {
        this.source = source;
    }

    @Override
    public float[] of(String text) {
        float[] vector = known.get(text);
        if (vector == null) {
            // Two may compute the same: better than one waiting for the other while it holds the lock.
            vector = source.of(text);
            known.put(text, vector);
        }
        return vector;
    }
}
