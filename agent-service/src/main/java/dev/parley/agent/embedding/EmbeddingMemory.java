package dev.parley.agent.embedding;

import dev.parley.platform.cache.CacheSpec;
import dev.parley.platform.cache.Caches;
import dev.parley.platform.cache.SharedCache;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Has vectors of equal texts computed once, by all replicas together. A vector says something of its text, so it is sealed where
 * it is stored, and a text's digest cannot be guessed; whose text it was is nowhere, since to whoever has the same text its
 * vector is nothing new.
 */
@Component
@EnableConfigurationProperties(EmbeddingSettings.class)
class EmbeddingMemory implements UnaryOperator<Embedder> {
    private final SharedCache<Vector> vectors;

    EmbeddingMemory(Caches caches, EmbeddingSettings settings) {
        this.vectors = caches.open(
                CacheSpec.of("embeddings", 1, Vector.class, settings.keep()).sealed());
    }

    @Override
    public Embedder apply(Embedder source) {
        return new Embedder() {
            @Override
            public String model() {
                return source.model();
            }

            @Override
            public float[] embed(String text) {
                return vectors.get(model() + '\n' + text, () -> Vector.of(source.embed(text)))
                        .value()
                        .toArray();
            }

            // Of documents, which have their vectors beside them: nobody asks for the same again.
            @Override
            public Embedded embedAll(List<String> texts) {
                return source.embedAll(texts);
            }

            @Override
            public boolean isRemote() {
                return source.isRemote();
            }
        };
    }
}
