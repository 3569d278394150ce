package dev.parley.agent.allowance;

import dev.parley.agent.tool.ToolBudget;
import dev.parley.contracts.id.Principal;
import org.springframework.stereotype.Component;

/** What a user has left of the month's budget, for tools that are called outside of turns. */
@Component
final class BudgetForTools implements ToolBudget {
    private final Budgets budgets;

    BudgetForTools(Budgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public boolean isSpent(Principal owner) {
        return budgets.isSpent(owner, null);
    }
}
