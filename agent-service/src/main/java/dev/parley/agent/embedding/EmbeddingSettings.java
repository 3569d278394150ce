package dev.parley.agent.embedding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param model {@code EMBEDDING_MODEL}: {@code provider:model}; blank or {@code offline}: the built-in one */
@ConfigurationProperties("parley.agent.embedding")
record EmbeddingSettings(@DefaultValue("") String model) {
    boolean isBuiltIn() {
        return model.isBlank() || "offline".equals(model.strip());
    }
}
