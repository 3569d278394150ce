package dev.parley.platform.work;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores arrivals and cancellations, and wakes the dispatcher once they can be seen. */
final class DurableInbox implements Inbox {

    private final Arrivals arrivals;
    private final Cancellations cancellations;
    private final PausedLanes paused;
    private final TransactionOperations transactions;
    private final Signal signal;

    DurableInbox(JdbcClient database, TransactionOperations transactions, Signal signal) {
        this.arrivals = new Arrivals(database);
        this.cancellations = new Cancellations(database);
        this.paused = new PausedLanes(database, transactions);
        this.transactions = transactions;
        this.signal = signal;
    }

    static DurableInbox on(DataSource pool, Signal signal) {
        JdbcClient database = JdbcClient.create(pool);
        var transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        return new DurableInbox(database, transactions, signal);
    }

    @Override
    public void put(List<NewWork> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Desk desk = signal.desk();
        if (desk == null || TransactionSynchronizationManager.isActualTransactionActive() || !desk.take(batch)) {
            store(batch);
            wake();
        }
    }

    @Override
    public void apply(List<? extends WorkCommand> commands) {
        List<NewWork> arriving =
                commands.stream().flatMap(DurableInbox::onlyArriving).toList();
        if (arriving.size() == commands.size()) {
            put(arriving);
            return;
        }
        transactions.executeWithoutResult(_ -> {
            // All of them first, in their order: taken one after the other they could wait for another in a ring.
            cancellations.lock(commands.stream().map(WorkCommand::lane).toList());
            carryOut(commands);
        });
        wake();
    }

    private static Stream<NewWork> onlyArriving(WorkCommand command) {
        return command instanceof WorkCommand.Put(NewWork work, boolean interrupts) && !interrupts
                ? Stream.of(work)
                : Stream.empty();
    }

    /** What only arrives goes in together; what cancels comes behind what arrived before it. */
    private void carryOut(List<? extends WorkCommand> commands) {
        List<NewWork> arriving = new ArrayList<>();
        for (WorkCommand command : commands) {
            if (!(command instanceof WorkCommand.Put(NewWork _, boolean interrupts)) || interrupts) {
                store(arriving);
                arriving.clear();
            }
            switch (command) {
                case WorkCommand.Put(NewWork work, boolean interrupts) -> {
                    if (interrupts && !arrivals.knows(work.id())) {
                        cancellations.cancelAll(work.lane(), "interrupted");
                    }
                    arriving.add(work);
                }
                case WorkCommand.Resume(UUID id, String lane) -> paused.resume(id, lane);
                case WorkCommand.Cancel cancel -> cancellations.cancel(cancel.id(), cancel.reason());
                case WorkCommand.Erase(String lane, String reason) -> {
                    cancellations.cancelAll(lane, reason);
                    cancellations.erase(lane);
                }
            }
        }
        store(arriving);
    }

    private void store(List<NewWork> batch) {
        if (!batch.isEmpty()) {
            sendAgain(arrive(batch));
        }
    }

    /** Stores what is new, and names what has ended. */
    List<EndedWork> arrive(List<NewWork> batch) {
        return arrivals.put(batch);
    }

    void sendAgain(List<EndedWork> ended) {
        if (!ended.isEmpty()) {
            transactions.executeWithoutResult(_ -> {
                cancellations.lock(ended.stream().map(EndedWork::lane).toList());
                arrivals.sendAgain(ended);
            });
        }
    }

    void wake() {
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
