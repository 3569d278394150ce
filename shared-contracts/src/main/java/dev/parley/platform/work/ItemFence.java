package dev.parley.platform.work;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The fence of one attempt: local knowledge for sends, the database's word for writes. */
final class ItemFence implements Fence {

    // A process that was stopped in its transaction must not keep the item from others for longer than a lease.
    static final String LOCK = """
            select set_config('idle_in_transaction_session_timeout', :patience, true)
              from platform.work
             where id = :id and attempt = :attempt and state = 'running'
               for update
            """;

    private final UUID id;
    private final int attempt;
    private final Lease lease;
    private final JdbcClient database;
    private final WorkSettings settings;
    private volatile boolean lost;

    ItemFence(UUID id, int attempt, Lease lease, JdbcClient database, WorkSettings settings) {
        this.id = id;
        this.attempt = attempt;
        this.lease = lease;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public boolean holds() {
        return !lost && lease.holds();
    }

    @Override
    public void requireInTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the fence locks an item until a transaction ends, and there is none");
        }
        boolean ours = !database.sql(LOCK)
                .param("patience", Long.toString(settings.fenceAfter().toMillis()))
                .param("id", id)
                .param("attempt", attempt)
                .query()
                .listOfRows()
                .isEmpty();
        if (!ours) {
            lose();
            throw new Fenced("attempt %d of %s is over".formatted(attempt, id));
        }
    }

    void lose() {
        lost = true;
    }
}
