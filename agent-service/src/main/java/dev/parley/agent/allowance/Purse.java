package dev.parley.agent.allowance;

import dev.parley.platform.tenant.TenantScope;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one kind of tenant may spend in a month. Thread-safe.
 *
 * @param budget absent: as much as it does
 * @param share of the budget, from which on it runs low
 */
record Purse(Spending spending, @Nullable BigDecimal budget, BigDecimal share, Runnable onLow) {
    private static final Logger log = LoggerFactory.getLogger(Purse.class);

    /** @param tenant whose it is, as rows have it */
    boolean isEmpty(String tenant) {
        if (budget == null) {
            return false;
        }
        try (TenantScope _ = TenantScope.named(tenant)) {
            return spending.soFar().compareTo(budget) >= 0;
        }
    }

    void spend(String tenant, BigDecimal costUsd) {
        try (TenantScope _ = TenantScope.named(tenant)) {
            BigDecimal now = spending.add(costUsd);
            warnWhenLow(tenant, now.subtract(costUsd), now);
        }
    }

    /** Once, by whoever spends what makes it so. */
    private void warnWhenLow(String tenant, BigDecimal before, BigDecimal now) {
        if (budget == null) {
            return;
        }
        BigDecimal low = budget.multiply(share);
        if (before.compareTo(low) < 0 && now.compareTo(low) >= 0) {
            onLow.run();
            log.atWarn()
                    .addKeyValue("tenant", tenant)
                    .addKeyValue("spent_usd", now.toPlainString())
                    .addKeyValue("budget_usd", budget.toPlainString())
                    .log("A budget of this month runs low");
        }
    }
}
