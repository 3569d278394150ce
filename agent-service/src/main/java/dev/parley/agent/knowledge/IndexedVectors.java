package dev.parley.agent.knowledge;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Asks the database's index where there is one that can tell, and looks at all vectors where not. Thread-safe. */
@Component
@Primary
class IndexedVectors implements Vectors, SmartInitializingSingleton {
    private final MeaningIndex index;
    private final Vectors exact;
    private final boolean wanted;
    private volatile boolean prepared;

    IndexedVectors(MeaningIndex index, ExactVectors exact, KnowledgeSettings settings) {
        this.index = index;
        this.exact = exact;
        this.wanted = settings.vectorIndex() == VectorIndex.AUTO;
    }

    @Override
    public void afterSingletonsInstantiated() {
        prepared = wanted && index.prepare();
    }

    boolean isPrepared() {
        return prepared;
    }

    @Override
    public List<ChunkId> nearest(String tenant, IndexStates.State state, float[] meaning, int most) {
        if (!prepared) {
            return exact.nearest(tenant, state, meaning, most);
        }
        return index.nearest(meaning, state.model(), most).orElseGet(() -> exact.nearest(tenant, state, meaning, most));
    }
}
