package dev.parley.agent.allowance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BudgetSettingsTest {
    private static final BigDecimal MOST = new BigDecimal("0.8");

    @Test
    void a_wrong_budget_stops_the_start_and_names_its_variable() {
        assertThatThrownBy(() -> new BudgetSettings(BigDecimal.ZERO, null, null, MOST))
                .hasMessageStartingWith("BUDGET_PER_USER_USD=0");
        assertThatThrownBy(() -> new BudgetSettings(null, new BigDecimal("-1"), null, MOST))
                .hasMessageStartingWith("BUDGET_PER_WORKSPACE_USD=-1");
        assertThatThrownBy(() -> new BudgetSettings(null, null, BigDecimal.ZERO, MOST))
                .hasMessageStartingWith("BUDGET_FOR_GUESTS_USD=0");
        assertThatThrownBy(() -> new BudgetSettings(null, null, null, new BigDecimal("1.5")))
                .hasMessageStartingWith("BUDGET_WARNING_SHARE=1.5");
    }
}
