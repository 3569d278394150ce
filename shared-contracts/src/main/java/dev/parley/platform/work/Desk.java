package dev.parley.platform.work;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where a worker takes what arrives in its process, in the transaction that stores it: it begins a commit, a statement and a
 * wake-up sooner than by way of the dispatcher, who sees to the rest. Safe for many threads.
 */
final class Desk {

    private final DurableInbox inbox;
    private final Claims claims;
    private final TransactionOperations transactions;
    private final Claimer claimer;
    private final Quarantine quarantine;

    /** @param inbox on the connection of the claims and the transactions */
    Desk(
            DurableInbox inbox,
            Claims claims,
            TransactionOperations transactions,
            Claimer claimer,
            Quarantine quarantine) {
        this.inbox = inbox;
        this.claims = claims;
        this.transactions = transactions;
        this.claimer = claimer;
        this.quarantine = quarantine;
    }

    /** Stores a batch and runs what it can of it; false, and nothing has happened, when it may claim nothing now. */
    boolean take(List<NewWork> batch) {
        return quarantine.tryAside(() -> {
            if (!claimer.hasAmpleRoom(batch)) {
                return false;
            }
            storeAndRun(batch);
            return true;
        });
    }

    private void storeAndRun(List<NewWork> batch) {
        List<EndedWork> ended = new ArrayList<>();
        List<Claimed> running = claimer.launch(() -> transactions.execute(_ -> {
            ended.addAll(inbox.arrive(batch));
            return claims.claimArrived(batch, claimer.kinds());
        }));
        inbox.sendAgain(ended);
        if (running.size() < batch.size()) {
            inbox.wake();
        }
    }
}
