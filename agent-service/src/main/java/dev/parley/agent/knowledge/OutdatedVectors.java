package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedders;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks every ten minutes for documents that are searched by another model than they are to be, and has them embedded anew. */
@Component
@AcrossTenants("a model is everybody's")
class OutdatedVectors extends RecurringChore {
    private static final int MOST = 1_000;

    private final Reindex reindex;
    private final Embedders embedders;
    private final Inbox inbox;

    OutdatedVectors(Reindex reindex, Embedders embedders, Inbox inbox) {
        super("outdated-vectors", "15 */10 * * * *", Duration.ofMinutes(5));
        this.reindex = reindex;
        this.embedders = embedders;
        this.inbox = inbox;
    }

    @Override
    public void run(WorkItem item) {
        item.fence().require();
        look();
    }

    void look() {
        try (TenantScope _ = TenantScope.everyone()) {
            inbox.put(reindex.outdated(embedders.preferred().model(), MOST).stream()
                    .map(Reembedding::of)
                    .toList());
        }
    }
}
