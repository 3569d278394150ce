package dev.parley.agent.allowance;

import dev.parley.contracts.id.TurnId;
import dev.parley.platform.tenant.TenantScope;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Whose money a turn spends, one of several.
 *
 * @param tenant as rows name it
 */
record Payer(String tenant, Purse purse) {
    /** Within a transaction; puts nothing aside unless it is granted. */
    Leave hold(AttemptId attempt, BigDecimal costUsd, Duration atMost) {
        try (TenantScope _ = TenantScope.named(tenant)) {
            return purse.hold(attempt, costUsd, atMost);
        }
    }

    /** Without asking whether there is so much. */
    void holdAnyhow(AttemptId attempt, BigDecimal costUsd, Duration atMost) {
        try (TenantScope _ = TenantScope.named(tenant)) {
            purse.holdAnyhow(attempt, costUsd, atMost);
        }
    }

    void spend(BigDecimal costUsd) {
        try (TenantScope _ = TenantScope.named(tenant)) {
            purse.spend(tenant, costUsd);
        }
    }

    boolean isSpent() {
        try (TenantScope _ = TenantScope.named(tenant)) {
            return purse.isSpent();
        }
    }

    /** Within the transaction that decides the turn. */
    void settle(TurnId turn, BigDecimal costUsd) {
        try (TenantScope _ = TenantScope.named(tenant)) {
            purse.settle(tenant, turn, costUsd);
        }
    }
}
