package dev.parley.agent.turn;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets every hour what turns came to, once nobody can ask for it again: some at a time. */
@Component
@AcrossTenants("time passes for everybody")
class OldResults implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(OldResults.class);
    private static final WorkKind KIND = new WorkKind("old-results", Duration.ofMinutes(10), 3, 1);
    private static final int BATCH = 500;

    @Configuration(proxyBeanMethods = false)
    static class Hourly {
        @Bean
        RecurringWork oldResultsHourly() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "0 20 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Results results;
    private final TransactionTemplate transactions;
    private final Duration kept;

    OldResults(Results results, TransactionTemplate transactions, TurnSettings settings) {
        this.results = results;
        this.transactions = transactions;
        this.kept = settings.keepResults();
    }

    @Override
    public WorkKind kind() {
        return KIND;
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

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Old results of turns were not forgotten this hour: {}", failure);
    }
}
