package dev.parley.agent.knowledge;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Where the database has pgvector, looks every ten minutes for vectors that came before it, and for models without an index. */
@Component
@AcrossTenants("an index is everybody's")
class MeaningIndexing extends RecurringChore {
    private static final int BATCH = 500;

    private final MeaningIndex index;
    private final IndexedVectors vectors;

    MeaningIndexing(MeaningIndex index, IndexedVectors vectors) {
        super("meaning-indexing", "45 */10 * * * *", Duration.ofHours(6));
        this.index = index;
        this.vectors = vectors;
    }

    @Override
    public void run(WorkItem item) {
        if (!vectors.isPrepared()) {
            return;
        }
        try (TenantScope _ = TenantScope.everyone()) {
            int filled;
            do {
                item.fence().require();
                filled = index.fill(BATCH);
            } while (filled == BATCH);
            index.complete();
        }
    }
}
