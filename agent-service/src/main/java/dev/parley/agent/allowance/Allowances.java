package dev.parley.agent.allowance;

import dev.parley.agent.model.Prices;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what attempts at turns may take. Thread-safe. */
@Component
public final class Allowances {
    private final ProviderRoom room;
    private final Prices prices;
    private final Budgets budgets;

    Allowances(ProviderRoom room, Prices prices, Budgets budgets) {
        this.room = room;
        this.prices = prices;
        this.budgets = budgets;
    }

    /** @param attempt counted from 1 */
    public Allowance open(TurnId turn, int attempt, Principal owner, @Nullable WorkspaceId workspace) {
        return new Allowance(room, prices, budgets.open(new AttemptId(turn, attempt), owner, workspace));
    }
}
