package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedders;
import dev.parley.agent.embedding.EmbeddingFailure;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Searches an owner's documents, by meaning and by words. Thread-safe; the thread has to work as the owner
 * ({@link TenantScope}), and computes a few milliseconds.
 */
@Component
public class Knowledge {
    private static final Logger log = LoggerFactory.getLogger(Knowledge.class);

    /** Of each kind of search: what neither has among so many is not what is looked for. */
    private static final int CANDIDATES = 50;

    private final IndexStates states;
    private final Vectors vectors;
    private final Chunks chunks;
    private final Embedders embedders;
    private final MeterRegistry meters;

    Knowledge(IndexStates states, Vectors vectors, Chunks chunks, Embedders embedders, MeterRegistry meters) {
        this.states = states;
        this.vectors = vectors;
        this.chunks = chunks;
        this.embedders = embedders;
        this.meters = meters;
    }

    /** Best first. Who has no documents costs a look at a primary key. */
    public List<Passage> search(Principal owner, String query, int most) {
        String tenant = TenantScope.nameOf(owner);
        return states.of(tenant)
                .map(state -> search(tenant, state, query, most))
                .orElse(List.of());
    }

    private List<Passage> search(String tenant, IndexStates.State state, String query, int most) {
        float[] wanted = meaning(state, query);
        List<ChunkId> near = wanted.length == 0 ? List.of() : vectors.nearest(tenant, state, wanted, CANDIDATES);
        Set<String> words = QueryWords.of(query);
        List<ChunkId> literal = words.isEmpty() ? List.of() : chunks.withWords(words, CANDIDATES);

        Set<ChunkId> candidates = new LinkedHashSet<>(near);
        candidates.addAll(literal);
        Map<ChunkId, StoredChunk> found = chunks.find(tenant, candidates, state.model()).stream()
                .collect(Collectors.toMap(StoredChunk::id, Function.identity()));
        List<ChunkId> ranked = Fusion.of(List.of(byMeaning(near, found, wanted), literal));
        Set<ChunkId> literally = Set.copyOf(literal);
        return ranked.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .limit(most)
                .map(chunk -> passage(chunk, wanted, literally.contains(chunk.id())))
                .toList();
    }

    /**
     * Nothing when the model is not there any more, until the documents are embedded anew, or when it fails: then words are all
     * there is.
     */
    private float[] meaning(IndexStates.State state, String query) {
        try {
            return embedders
                    .find(state.model())
                    .map(model -> model.embed(query))
                    .orElse(new float[0]);
        } catch (EmbeddingFailure e) {
            meters.counter("parley.knowledge.word.searches").increment();
            log.atWarn()
                    .addKeyValue("model", state.model())
                    .setCause(e)
                    .log("Documents are searched by words alone: the question could not be embedded");
            return new float[0];
        }
    }

    /** Exactly, now that only few are left. */
    private static List<ChunkId> byMeaning(List<ChunkId> near, Map<ChunkId, StoredChunk> found, float[] wanted) {
        return near.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .sorted(Comparator.comparingDouble((StoredChunk chunk) -> similarity(wanted, chunk.vector()))
                        .reversed())
                .map(StoredChunk::id)
                .toList();
    }

    private static Passage passage(StoredChunk chunk, float[] wanted, boolean literal) {
        double score = Math.clamp(similarity(wanted, chunk.vector()), 0, 1);
        return new Passage(
                chunk.id().document(),
                chunk.title(),
                chunk.id().position(),
                Math.round(score * 10_000) / 10_000.0,
                literal,
                chunk.content());
    }

    private static double similarity(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
