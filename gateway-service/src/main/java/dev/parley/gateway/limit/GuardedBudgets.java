package dev.parley.gateway.limit;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Shared budgets, and those of this process while the shared ones cannot be had. They begin whole then. */
final class GuardedBudgets implements Budgets {

    private final Budgets shared;
    private final Budgets own;
    private final Outage outage;

    GuardedBudgets(Budgets shared, Budgets own, Outage outage) {
        this.shared = shared;
        this.own = own;
        this.outage = outage;
    }

    @Override
    public CompletableFuture<Draw> draw(Budget budget) {
        if (!outage.mayAsk()) {
            return own.draw(budget);
        }
        return shared.draw(budget)
                .whenComplete((_, failure) -> learn(failure))
                .exceptionallyCompose(_ -> own.draw(budget));
    }

    private void learn(@Nullable Throwable failure) {
        if (failure == null) {
            outage.answered();
        } else {
            outage.failed(failure);
        }
    }
}
