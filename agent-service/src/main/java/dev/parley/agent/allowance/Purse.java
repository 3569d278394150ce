package dev.parley.agent.allowance;

import dev.parley.contracts.id.TurnId;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one kind of tenant may spend in a month, of which the thread's is asked. Thread-safe.
 *
 * @param budget absent: as much as it does
 * @param share of the budget, from which on it runs low
 */
record Purse(Spending spending, Holds holds, @Nullable BigDecimal budget, BigDecimal share, Runnable onLow) {
    private static final Logger log = LoggerFactory.getLogger(Purse.class);

    boolean isBounded() {
        return budget != null;
    }

    /** Within a transaction, in which nobody else asks this tenant's: what many want at once is given out one after the other. */
    Leave hold(AttemptId attempt, BigDecimal costUsd, Duration atMost) {
        if (budget == null) {
            return Leave.GRANTED;
        }
        BigDecimal left = budget.subtract(spending.lock());
        if (costUsd.compareTo(left) > 0) {
            return Leave.SPENT;
        }
        if (costUsd.compareTo(left.subtract(holds.ofOthers(attempt))) > 0) {
            return Leave.PUT_ASIDE;
        }
        holds.put(attempt, costUsd, atMost);
        return Leave.GRANTED;
    }

    void holdAnyhow(AttemptId attempt, BigDecimal costUsd, Duration atMost) {
        holds.put(attempt, costUsd, atMost);
    }

    boolean isSpent() {
        return budget != null && spending.soFar().compareTo(budget) >= 0;
    }

    void spend(String tenant, BigDecimal costUsd) {
        BigDecimal now = spending.add(costUsd);
        warnWhenLow(tenant, now.subtract(costUsd), now);
    }

    void settle(String tenant, TurnId turn, BigDecimal costUsd) {
        if (costUsd.signum() != 0) {
            spend(tenant, costUsd);
        }
        if (isBounded()) {
            holds.release(turn);
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
