package dev.parley.gateway.limit;

import dev.parley.platform.outage.Outage;
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
        boolean away = outage.isOn();
        if (away && !outage.mayTry()) {
            return own.draw(budget);
        }
        return shared.draw(budget)
                .whenComplete((_, failure) -> learn(away, failure))
                .exceptionallyCompose(_ -> own.draw(budget));
    }

    /** Only who tried again ends an outage: answers to questions from before it come late, and tell nothing. */
    private void learn(boolean tried, @Nullable Throwable failure) {
        if (failure != null) {
            outage.failed(failure);
        } else if (tried) {
            outage.over();
        }
    }
}
