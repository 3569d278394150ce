package dev.parley.platform.work;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Lanes whose head waits for somebody. */
final class PausedLanes {

    // A head that still runs is on its way to pause, or has heard already; it is marked, so that the pause ends as it
    // begins.
    static final String RESUME = """
            with marked as (
                update platform.work set resumed = true where id = :id and state = 'running'
            )
            update platform.work_lane
               set state = case when crashes >= 2 then 'suspect' else 'ready' end, rest_until = null, paused = false
             where lane = :lane and head = :id and paused
            """;

    private static final String SUPERSEDED = """
            select head, lane
              from platform.work_lane
             where paused and open > 1 and (cast(:lanes as text[]) is null or lane = any (cast(:lanes as text[])))
             order by lane
             limit 500
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Cancellations cancellations;

    private record Head(UUID id, String lane) {}

    PausedLanes(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
        this.cancellations = new Cancellations(database);
    }

    /** In a transaction that has locked the lane. */
    void resume(UUID id, String lane) {
        database.sql(RESUME).param("id", id).param("lane", lane).update();
    }

    /** Cancels heads that wait while something has come behind them, and names them. */
    List<UUID> supersede() {
        List<String> lanes = superseded(null).stream().map(Head::lane).toList();
        if (lanes.isEmpty()) {
            return List.of();
        }
        return transactions.execute(_ -> {
            cancellations.lock(lanes);
            // Some may have been resumed before they were locked.
            List<UUID> heads = superseded(lanes).stream().map(Head::id).toList();
            cancellations.cancel(heads, "superseded");
            return heads;
        });
    }

    private List<Head> superseded(@Nullable List<String> lanes) {
        return database.sql(SUPERSEDED)
                .param("lanes", lanes == null ? null : lanes.toArray(String[]::new))
                .query((row, _) -> new Head(row.getObject("head", UUID.class), row.getString("lane")))
                .list();
    }
}
