package dev.parley.agent.allowance;

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

/** Forgets every night what was spent longer than a year ago, also by guests who never came back. */
@Component
@AcrossTenants("time passes for everybody")
class OldSpending implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(OldSpending.class);
    private static final WorkKind KIND = new WorkKind("old-spending", Duration.ofMinutes(10), 3, 1);

    @Configuration(proxyBeanMethods = false)
    static class Nightly {
        @Bean
        RecurringWork oldSpendingNightly() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "0 40 3 * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Spending spending;
    private final TransactionTemplate transactions;

    OldSpending(Spending spending, TransactionTemplate transactions) {
        this.spending = spending;
        this.transactions = transactions;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) {
        try (TenantScope _ = TenantScope.everyone()) {
            transactions.executeWithoutResult(_ -> {
                item.fence().requireInTransaction();
                log.debug("{} months of spending are forgotten", spending.forgetOld());
            });
        }
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Old spending was not forgotten this night: {}", failure);
    }
}
