package dev.parley.agent.allowance;

import dev.parley.platform.settings.BadSetting;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param perUserUsd {@code BUDGET_PER_USER_USD}: what the turns of one user may cost in a month (UTC); absent: as much as they do
 * @param perWorkspaceUsd {@code BUDGET_PER_WORKSPACE_USD}: likewise of all turns in a workspace
 * @param forGuestsUsd {@code BUDGET_FOR_GUESTS_USD}: of all guests together, besides what each of them may
 * @param warningShare of it, from which on it is said that it runs low
 */
@ConfigurationProperties("parley.agent.budget")
record BudgetSettings(
        @Nullable BigDecimal perUserUsd,
        @Nullable BigDecimal perWorkspaceUsd,
        @Nullable BigDecimal forGuestsUsd,
        @DefaultValue("0.8") BigDecimal warningShare) {
    BudgetSettings {
        requirePositive("BUDGET_PER_USER_USD", perUserUsd);
        requirePositive("BUDGET_PER_WORKSPACE_USD", perWorkspaceUsd);
        requirePositive("BUDGET_FOR_GUESTS_USD", forGuestsUsd);
        if (warningShare.signum() <= 0 || warningShare.compareTo(BigDecimal.ONE) > 0) {
            throw BadSetting.value(
                    "BUDGET_WARNING_SHARE", warningShare.toPlainString(), "a share of the budget, above 0 and up to 1");
        }
    }

    private static void requirePositive(String variable, @Nullable BigDecimal budget) {
        if (budget != null && budget.signum() <= 0) {
            throw BadSetting.value(variable, budget.toPlainString(), "US dollars, more than 0");
        }
    }
}
