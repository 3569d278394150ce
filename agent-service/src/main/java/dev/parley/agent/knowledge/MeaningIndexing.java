package dev.parley.agent.knowledge;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.RecurringWork;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Where the database has pgvector, looks every ten minutes for vectors that came before it, and for models without an index. */
@Component
@AcrossTenants("an index is everybody's")
class MeaningIndexing implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(MeaningIndexing.class);
    private static final WorkKind KIND = new WorkKind("meaning-indexing", Duration.ofHours(6), 3, 1);
    private static final int BATCH = 500;

    @Configuration(proxyBeanMethods = false)
    static class Often {
        @Bean
        RecurringWork meaningIndexingOften() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "45 */10 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final MeaningIndex index;
    private final IndexedVectors vectors;

    MeaningIndexing(MeaningIndex index, IndexedVectors vectors) {
        this.index = index;
        this.vectors = vectors;
    }

    @Override
    public WorkKind kind() {
        return KIND;
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

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Meanings were not entered into their index this time: {}", failure);
    }
}
