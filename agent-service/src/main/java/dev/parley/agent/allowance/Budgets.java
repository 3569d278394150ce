package dev.parley.agent.allowance;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.Prices;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What users may spend in a month. The thread's tenant is whose spending it is. Thread-safe. */
@Component
@EnableConfigurationProperties(BudgetSettings.class)
public final class Budgets {
    private static final Logger log = LoggerFactory.getLogger(Budgets.class);

    private final Spending spending;
    private final Prices prices;
    private final @Nullable BigDecimal budget;
    private final BigDecimal low;
    private final Counter warnings;
    private final Counter refusals;

    Budgets(Spending spending, Prices prices, BudgetSettings settings, MeterRegistry meters) {
        this.spending = spending;
        this.prices = prices;
        this.budget = settings.perUserUsd();
        this.low = budget == null ? BigDecimal.ZERO : budget.multiply(settings.warningShare());
        this.warnings = meters.counter("parley.budget.warnings");
        this.refusals = meters.counter("parley.budget.refusals");
    }

    /** Those of the models that may still be asked: with nothing left to spend, those that cost nothing. */
    public List<Model> affordable(List<Model> models) {
        if (budget == null
                || models.stream().allMatch(this::isFree)
                || spending.soFar().compareTo(budget) < 0) {
            return models;
        }
        refusals.increment();
        return models.stream().filter(this::isFree).toList();
    }

    /** Writes down what a turn has cost, within the transaction that decides it. */
    public void spend(BigDecimal costUsd) {
        if (costUsd.signum() > 0) {
            BigDecimal now = spending.add(costUsd);
            warnWhenLow(now.subtract(costUsd), now);
        }
    }

    private void warnWhenLow(BigDecimal before, BigDecimal now) {
        if (budget != null && before.compareTo(low) < 0 && now.compareTo(low) >= 0) {
            warnings.increment();
            log.atWarn()
                    .addKeyValue("spent_usd", now.toPlainString())
                    .addKeyValue("budget_usd", budget.toPlainString())
                    .log("Somebody's budget of this month runs low");
        }
    }

    private boolean isFree(Model model) {
        return prices.isFree(model.name());
    }
}
