package dev.parley.agent.inference;

import dev.parley.agent.allowance.Budgets;
import dev.parley.contracts.id.Principal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What predictions cost: seconds as the provider tells them, at the operator's price for one. */
@Component
class Charges {
    private static final int SCALE = 8;
    private static final int OF_MILLIS = 3;

    private final Budgets budgets;
    private final InferenceSettings settings;

    Charges(Budgets budgets, InferenceSettings settings) {
        this.budgets = budgets;
        this.settings = settings;
    }

    /** Whether somebody may not spend any more this month. */
    boolean isSpent(Principal owner) {
        return budgets.isSpent(owner, null);
    }

    static Optional<BigDecimal> seconds(@Nullable Duration computed) {
        return Optional.ofNullable(computed).map(it -> BigDecimal.valueOf(it.toMillis(), OF_MILLIS));
    }

    /** In US dollars. Empty when nobody knows. */
    Optional<BigDecimal> cost(ProviderName provider, @Nullable Duration computed) {
        return Optional.ofNullable(settings.account(provider).usdPerSecond())
                .flatMap(price -> seconds(computed).map(price::multiply))
                .map(cost -> cost.setScale(SCALE, RoundingMode.HALF_UP));
    }

    /** Within the transaction that ends the job. */
    void spend(Predictions.Cost cost) {
        budgets.spend(cost.usd(), cost.owner(), null);
    }
}
