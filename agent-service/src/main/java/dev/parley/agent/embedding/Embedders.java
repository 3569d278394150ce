package dev.parley.agent.embedding;

import dev.parley.platform.settings.BadSetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The embedders there are. What is embedded anew is embedded by the preferred one. */
@Component
@EnableConfigurationProperties(EmbeddingSettings.class)
public final class Embedders {
    private final List<Embedder> builtIn;
    private final List<EmbedderSource> sources;
    private final UnaryOperator<Embedder> memory;
    private final Map<String, Embedder> remembering = new ConcurrentHashMap<>();
    private final Embedder preferred;

    /**
     * All that are configured.
     *
     * @param memory saves them from computing the same again
     * @throws BadSetting for a model that nobody has
     */
    @Autowired
    Embedders(
            List<Embedder> builtIn,
            List<EmbedderSource> sources,
            EmbeddingSettings settings,
            UnaryOperator<Embedder> memory) {
        this.builtIn = builtIn.stream().map(memory).toList();
        this.sources = List.copyOf(sources);
        this.memory = memory;
        this.preferred = settings.isBuiltIn()
                ? this.builtIn.getFirst()
                : find(settings.model().strip()).orElseThrow(() -> unknown(settings));
    }

    /** Of which the first is preferred. */
    public Embedders(List<Embedder> all) {
        this(all, List.of(), EmbeddingSettings.BUILT_IN, UnaryOperator.identity());
    }

    /** Of one model always the same. */
    private Embedder remembering(Embedder found) {
        return remembering.computeIfAbsent(found.model(), _ -> memory.apply(found));
    }

    private static BadSetting unknown(EmbeddingSettings settings) {
        return BadSetting.value(
                "EMBEDDING_MODEL",
                settings.model(),
                "offline, or a provider that is configured and has embeddings, and its model, such as"
                        + " openai:text-embedding-3-small");
    }

    public Embedder preferred() {
        return preferred;
    }

    /** Also one that was preferred once, as long as its provider is configured. */
    public Optional<Embedder> find(String model) {
        return Stream.concat(
                        builtIn.stream().filter(it -> it.model().equals(model)),
                        sources.stream().flatMap(it -> it.find(model).stream()).map(this::remembering))
                .findFirst();
    }
}
