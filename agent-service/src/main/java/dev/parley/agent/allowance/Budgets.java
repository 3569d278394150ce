package dev.parley.agent.allowance;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.Prices;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.platform.tenant.TenantScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** What users and workspaces may spend in a month. Thread-safe. */
@Component
@EnableConfigurationProperties(BudgetSettings.class)
public final class Budgets {
    private final Prices prices;
    private final Purse users;
    private final Purse workspaces;
    private final Counter refusals;

    Budgets(Spending spending, Prices prices, BudgetSettings settings, MeterRegistry meters) {
        Counter warnings = meters.counter("parley.budget.warnings");
        this.prices = prices;
        this.users = new Purse(spending, settings.perUserUsd(), settings.warningShare(), warnings::increment);
        this.workspaces = new Purse(spending, settings.perWorkspaceUsd(), settings.warningShare(), warnings::increment);
        this.refusals = meters.counter("parley.budget.refusals");
    }

    /** Those of the models that may still be asked: with nothing left to spend, those that cost nothing. */
    public List<Model> affordable(List<Model> models, Principal owner, @Nullable WorkspaceId workspace) {
        if (models.stream().allMatch(this::isFree) || !isSpent(owner, workspace)) {
            return models;
        }
        refusals.increment();
        return models.stream().filter(this::isFree).toList();
    }

    /** Whether a user has nothing left to spend this month, whatever it is for. */
    public boolean isSpentBy(Principal user) {
        return users.isEmpty(TenantScope.nameOf(user));
    }

    private boolean isSpent(Principal owner, @Nullable WorkspaceId workspace) {
        return isSpentBy(owner) || (workspace != null && workspaces.isEmpty(nameOf(workspace)));
    }

    /** Writes down what a turn has cost, within the transaction that decides it. */
    public void spend(BigDecimal costUsd, Principal owner, @Nullable WorkspaceId workspace) {
        if (costUsd.signum() == 0) {
            return;
        }
        users.spend(TenantScope.nameOf(owner), costUsd);
        if (workspace != null) {
            workspaces.spend(nameOf(workspace), costUsd);
        }
    }

    private static String nameOf(WorkspaceId workspace) {
        return "workspace:" + workspace;
    }

    private boolean isFree(Model model) {
        return prices.isFree(model.name());
    }
}
