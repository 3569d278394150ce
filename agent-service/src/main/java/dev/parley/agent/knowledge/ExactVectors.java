package dev.parley.agent.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at all of an owner's vectors. They are kept in memory, document by document, for those who have asked last: what
 * changes costs reading the documents that are new. Thread-safe.
 */
@Component
class ExactVectors implements Vectors {
    /** @param version of which they are all that can be found */
    private record Index(String model, long version, Map<UUID, Segment> segments) {
        long bytes() {
            return segments.values().stream().mapToLong(Segment::bytes).sum();
        }
    }

    private final Chunks chunks;
    private final IndexStates states;
    private final long room;
    private final Map<String, Index> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    ExactVectors(Chunks chunks, IndexStates states, KnowledgeSettings settings) {
        this.chunks = chunks;
        this.states = states;
        this.room = settings.cache().toBytes();
    }

    @Override
    public List<ChunkId> nearest(String tenant, IndexStates.State state, float[] wanted, int most) {
        byte[] rounded = new byte[wanted.length];
        var _ = Segment.round(wanted, rounded, 0);
        var nearest = new Nearest(most);
        index(tenant, state).segments().values().forEach(segment -> segment.offer(rounded, nearest));
        return nearest.all();
    }

    /** Two may read the same at once: better than one waiting for the other's database. */
    private Index index(String tenant, IndexStates.State state) {
        Index known = recall(tenant);
        if (known != null && known.version() == state.version() && known.model().equals(state.model())) {
            return known;
        }
        Map<UUID, Segment> before = known != null && known.model().equals(state.model()) ? known.segments() : Map.of();
        Map<UUID, Segment> segments = states.ready(tenant).stream()
                .map(ready -> {
                    Segment same = before.get(ready.document());
                    return same == null || same.count() < ready.chunks() ? read(ready.document(), state.model()) : same;
                })
                .collect(Collectors.toUnmodifiableMap(Segment::document, Function.identity()));
        var index = new Index(state.model(), state.version(), segments);
        keep(tenant, index);
        return index;
    }

    private Segment read(UUID document, String model) {
        var segment = new Segment(document);
        chunks.readVectors(document, model, bytes -> segment.add(VectorBytes.read(bytes)));
        return segment.trimmed();
    }

    private synchronized @Nullable Index recall(String tenant) {
        return kept.get(tenant);
    }

    private synchronized void keep(String tenant, Index index) {
        Index before = kept.put(tenant, index);
        used += index.bytes() - (before == null ? 0 : before.bytes());
        var oldest = kept.entrySet().iterator();
        while (used > room && oldest.hasNext()) {
            used -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }
}
