package dev.parley.agent.allowance;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What one attempt at a turn holds of the budgets: what it has cost, and what the calls under way may cost. Whether there is so
 * much is asked before its first call; a turn that has begun is not broken off, but holds what it takes. Safe for many threads.
 */
final class TurnBudget {
    /** Longer than a turn takes. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(15);

    private final AttemptId attempt;
    private final List<Payer> payers;
    private final TransactionOperations transactions;
    private final Runnable onRefusal;
    private BigDecimal taken = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;
    private boolean begun;

    /** @param payers those whose budgets have an end */
    TurnBudget(AttemptId attempt, List<Payer> payers, TransactionOperations transactions, Runnable onRefusal) {
        this.attempt = attempt;
        this.payers = payers;
        this.transactions = transactions;
        this.onRefusal = onRefusal;
    }

    boolean isBounded() {
        return !payers.isEmpty();
    }

    /** @throws OverBudget before the first call, when there is not enough */
    synchronized void take(BigDecimal costUsd) {
        if (!isBounded() || costUsd.signum() == 0) {
            return;
        }
        BigDecimal wanted = taken.add(costUsd);
        if (!begun) {
            begin(wanted);
        } else if (wanted.compareTo(held) > 0) {
            write(wanted, UNDER_WAY);
        }
        taken = wanted;
    }

    private void begin(BigDecimal wanted) {
        Leave leave = Objects.requireNonNull(transactions.execute(status -> {
            for (Payer payer : payers) {
                Leave each = payer.hold(attempt, wanted, UNDER_WAY);
                if (each != Leave.GRANTED) {
                    status.setRollbackOnly();
                    return each;
                }
            }
            return Leave.GRANTED;
        }));
        if (leave != Leave.GRANTED) {
            onRefusal.run();
            throw OverBudget.because(leave);
        }
        begun = true;
        held = wanted;
    }

    private void write(BigDecimal wanted, Duration atMost) {
        transactions.executeWithoutResult(_ -> payers.forEach(payer -> payer.holdAnyhow(attempt, wanted, atMost)));
        held = wanted;
    }

    /** Once it is known what a call has cost, or that of an earlier attempt did. */
    synchronized void correct(BigDecimal estimatedUsd, BigDecimal actualUsd) {
        taken = taken.subtract(estimatedUsd).add(actualUsd);
    }

    /** The turn waits for somebody, and what it has cost is held as long. */
    synchronized void pause(Duration atMost) {
        if (begun) {
            write(taken, atMost.plus(UNDER_WAY));
        }
    }
}
