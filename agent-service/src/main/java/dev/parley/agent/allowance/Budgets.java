package dev.parley.agent.allowance;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.id.WorkspaceId;
import dev.parley.platform.tenant.TenantScope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What users, workspaces and all guests together may spend in a month. Thread-safe. */
@Component
@EnableConfigurationProperties(BudgetSettings.class)
public final class Budgets {
    private static final String GUESTS = "guests";

    private final Purse users;
    private final Purse workspaces;
    private final Purse guests;
    private final TransactionOperations transactions;
    private final Counter refusals;

    Budgets(
            Spending spending,
            Holds holds,
            BudgetSettings settings,
            TransactionOperations transactions,
            MeterRegistry meters) {
        Counter warnings = meters.counter("parley.budget.warnings");
        this.users = new Purse(spending, holds, settings.perUserUsd(), settings.warningShare(), warnings::increment);
        this.workspaces =
                new Purse(spending, holds, settings.perWorkspaceUsd(), settings.warningShare(), warnings::increment);
        this.guests = new Purse(spending, holds, settings.forGuestsUsd(), settings.warningShare(), warnings::increment);
        this.transactions = transactions;
        this.refusals = meters.counter("parley.budget.refusals");
    }

    /** Writes down what a turn has cost in place of what it held, within the transaction that decides it. */
    public void settle(TurnId turn, BigDecimal costUsd, Principal owner, @Nullable WorkspaceId workspace) {
        payers(owner, workspace).forEach(payer -> payer.settle(turn, costUsd));
    }

    /** Writes down what was not a turn's, within the transaction that keeps what came of it. */
    public void spend(BigDecimal costUsd, Principal owner, @Nullable WorkspaceId workspace) {
        if (costUsd.signum() != 0) {
            payers(owner, workspace).forEach(payer -> payer.spend(costUsd));
        }
    }

    /** Whether nothing is left to spend this month, whatever it is for. */
    public boolean isSpent(Principal owner, @Nullable WorkspaceId workspace) {
        return payers(owner, workspace).stream().anyMatch(Payer::isSpent);
    }

    /** @param tenant a user, as {@link TenantScope#nameOf} has it */
    boolean isSpentBy(String tenant) {
        return new Payer(tenant, users).isSpent();
    }

    /**
     * Writes down what a user has spent on something else than turns, within the transaction that keeps what came of it.
     *
     * @param tenant as {@link TenantScope#nameOf} has it
     */
    void spend(BigDecimal costUsd, String tenant) {
        if (costUsd.signum() != 0) {
            new Payer(tenant, users).spend(costUsd);
        }
    }

    TurnBudget open(AttemptId attempt, Principal owner, @Nullable WorkspaceId workspace) {
        List<Payer> bounded = payers(owner, workspace).stream()
                .filter(payer -> payer.purse().isBounded())
                .toList();
        return new TurnBudget(attempt, bounded, transactions, refusals::increment);
    }

    /** Always in this order, in which their rows are locked. */
    private List<Payer> payers(Principal owner, @Nullable WorkspaceId workspace) {
        List<Payer> payers = new ArrayList<>();
        payers.add(new Payer(TenantScope.nameOf(owner), users));
        if (workspace != null) {
            payers.add(new Payer("workspace:" + workspace, workspaces));
        }
        // Without a budget it is not added up: all guests would wait for one row.
        if (owner.kind() == Principal.Kind.SESSION && guests.isBounded()) {
            payers.add(new Payer(GUESTS, guests));
        }
        return payers;
    }
}
