package dev.parley.agent.embedding;

import java.util.Optional;

/** Has embedders by their names: too many to list them. Thread-safe. */
public interface EmbedderSource {
    Optional<Embedder> find(String model);
}
