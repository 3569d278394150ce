package dev.parley.platform.work;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where runs say how far they are. Written at most once a second for an item, and when it enters another stage; it does not
 * wait for the disk, and what a crash loses of it is said again. Safe for many threads.
 */
public final class WorkProgress {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int REMEMBERED = 10_000;

    static final String TELL = """
            insert into platform.work_progress as p (id, fraction, stage, told_at)
            select id, :fraction, :stage, now()
              from platform.work
             where id = :id and attempt = :attempt and state = 'running'
            on conflict (id) do update
               set fraction = excluded.fraction, stage = excluded.stage, told_at = excluded.told_at
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final LongSupplier nanoTime;
    private final Map<UUID, Told> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Told> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Told(String stage, long at) {}

    WorkProgress(JdbcClient database, TransactionOperations transactions, LongSupplier nanoTime) {
        this.database = database;
        this.transactions = transactions;
        this.nanoTime = nanoTime;
    }

    /**
     * Outside of transactions, whose commits it would make as light as its own.
     *
     * @param fraction from 0 to 1
     * @param stage a name for people, the same for all items: never what an item is about
     * @return whether it was news, and was written
     * @throws IllegalArgumentException when the fraction is none
     * @throws IllegalStateException within a transaction
     */
    public boolean tell(WorkItem item, double fraction, String stage) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("progress is from 0 to 1, and not " + fraction);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("progress is told outside of transactions");
        }
        if (!isNews(item.id(), stage)) {
            return false;
        }
        transactions.executeWithoutResult(_ -> write(item, fraction, stage));
        return true;
    }

    private boolean isNews(UUID id, String stage) {
        long now = nanoTime.getAsLong();
        synchronized (last) {
            Told told = last.get(id);
            if (told != null && told.stage().equals(stage) && now - told.at() < PAUSE.toNanos()) {
                return false;
            }
            last.put(id, new Told(stage, now));
            return true;
        }
    }

    private void write(WorkItem item, double fraction, String stage) {
        database.sql("set local synchronous_commit = off").update();
        database.sql(TELL)
                .param("id", item.id())
                .param("attempt", item.attempt())
                .param("fraction", fraction)
                .param("stage", Texts.storable(stage))
                .update();
    }
}
