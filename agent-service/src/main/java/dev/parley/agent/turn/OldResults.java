package dev.parley.agent.turn;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets every hour what turns came to, once nobody can ask for it again: some at a time. */
@Component
@AcrossTenants("time passes for everybody")
class OldResults extends RecurringChore {
    private static final int BATCH = 500;

    private final Results results;
    private final TransactionTemplate transactions;
    private final Duration kept;

    OldResults(Results results, TransactionTemplate transactions, TurnSettings settings) {
        super("old-results", "0 20 * * * *", Duration.ofMinutes(10));
        this.results = results;
        this.transactions = transactions;
        this.kept = settings.keepResults();
    }

    @Override
    public void run(WorkItem item) {
        try (TenantScope _ = TenantScope.everyone()) {
            forget(item);
        }
    }

    private void forget(WorkItem item) {
        int forgotten;
        do {
            forgotten = transactions.execute(status -> {
                item.fence().requireInTransaction();
                return results.forget(kept, BATCH);
            });
        } while (forgotten == BATCH);
    }
}
