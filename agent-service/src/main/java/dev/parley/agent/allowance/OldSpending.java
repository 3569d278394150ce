package dev.parley.agent.allowance;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets every night what was spent longer than a year ago, also by guests who never came back, and what is held no more. */
@Component
@AcrossTenants("time passes for everybody")
class OldSpending extends RecurringChore {
    private static final Logger log = LoggerFactory.getLogger(OldSpending.class);

    private final Spending spending;
    private final Holds holds;
    private final TransactionTemplate transactions;

    OldSpending(Spending spending, Holds holds, TransactionTemplate transactions) {
        super("old-spending", "0 40 3 * * *", Duration.ofMinutes(10));
        this.spending = spending;
        this.holds = holds;
        this.transactions = transactions;
    }

    @Override
    public void run(WorkItem item) {
        try (TenantScope _ = TenantScope.everyone()) {
            transactions.executeWithoutResult(_ -> {
                item.fence().requireInTransaction();
                log.debug(
                        "{} months of spending and {} holds are forgotten",
                        spending.forgetOld(),
                        holds.forgetExpired());
            });
        }
    }
}
