package dev.parley.platform.work;

import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores arrivals and wakes the dispatcher once they can be seen. */
final class DurableInbox implements Inbox {

    private final Arrivals arrivals;
    private final Signal signal;

    DurableInbox(Arrivals arrivals, Signal signal) {
        this.arrivals = arrivals;
        this.signal = signal;
    }

    @Override
    public void put(List<NewWork> batch) {
        if (batch.isEmpty()) {
            return;
        }
        arrivals.put(batch);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit());
        } else {
            signal.raise();
        }
    }

    private final class WakeAfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            signal.raise();
        }
    }
}
