package dev.parley.agent.embedding;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Who makes vectors.
 *
 * @param model {@code EMBEDDING_MODEL}: {@code provider:model}; blank or {@code offline}: the built-in one
 * @param keep {@code EMBEDDING_CACHE_TTL}: how long a vector is known; a bare number is seconds
 */
@ConfigurationProperties("parley.agent.embedding")
record EmbeddingSettings(
        @DefaultValue("") String model,

        @DefaultValue("1d") @DurationUnit(ChronoUnit.SECONDS)
        Duration keep) {
    static final EmbeddingSettings BUILT_IN = new EmbeddingSettings("", Duration.ofDays(1));

    boolean isBuiltIn() {
        return model.isBlank() || "offline".equals(model.strip());
    }
}
