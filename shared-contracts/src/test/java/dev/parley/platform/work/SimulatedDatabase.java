package dev.parley.platform.work;

import dev.parley.platform.schema.PlatformTables;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The real tables and the runtime's real statements, in one session with a clock of its own. */
final class SimulatedDatabase implements AutoCloseable {

    static final WorkSettings SETTINGS = new WorkSettings(
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            10,
            Duration.ofDays(8),
            Duration.ofDays(30));

    // Each line is a lane whose row and items do not say the same.
    private static final String FAULTS = """
            select concat_ws(' ', 'lane', coalesce(l.lane, i.lane), 'is', l.state, 'with', l.open, 'open, has', i.items)
              from platform.work_lane l
              full join (select lane, count(*) as open, count(*) filter (where state = 'running') as running,
                                (array_agg(id order by position))[1] as first,
                                (array_agg(state order by position))[1] as first_state,
                                (array_agg(kind || tenant order by position))[1] as first_of,
                                (array_agg(cancelled_at is not null order by position))[1] as first_cancelled,
                                (array_agg(crashes order by position))[1] as first_crashes,
                                array_agg(right(cast(id as text), 6) || ' ' || state order by position) as items
                           from platform.work
                          where finished_at is null and position is not null
                          group by lane) i on i.lane = l.lane
             where l.lane is null or i.lane is null
                or l.open <> i.open
                or l.head <> i.first
                or l.kind || l.tenant <> i.first_of
                or i.running > 1
                or (i.running = 1) <> (l.state = 'running')
                or (i.first_state = 'running') <> (l.state = 'running')
                or (l.worker is not null) <> (l.state = 'running')
                or (l.rest_until is not null) <> (l.state = 'resting')
                or (l.paused and l.state <> 'resting')
                or (l.cancelled and not i.first_cancelled)
                or l.crashes <> i.first_crashes
                or (l.state = 'suspect' and l.crashes < 2)
                or (l.state = 'ready' and l.crashes >= 2)
            """;

    final JdbcClient sql;
    final VirtualClock clock;
    final TransactionOperations transactions;
    private final SingleConnectionDataSource session;

    SimulatedDatabase() {
        TestDatabase database = Databases.fresh();
        PlatformTables.migrate(database.dataSource());
        session = open(database);
        sql = JdbcClient.create(session);
        transactions = new TransactionTemplate(new JdbcTransactionManager(session));
        clock = new VirtualClock(sql);
        sql.sql("set enable_seqscan = off").update();
        sql.sql("set plan_cache_mode = force_generic_plan").update();
    }

    private static SingleConnectionDataSource open(TestDatabase database) {
        try {
            return new SingleConnectionDataSource(database.dataSource().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something to empty tables, and empties them again. */
    void inEmptyTables(Runnable todo) {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            clock.reset();
            todo.run();
        });
    }

    /** Gives back the room of what was rolled back. */
    void tidy() {
        sql.sql("truncate platform.work, platform.work_lane, platform.worker, platform.work_cancellation")
                .update();
    }

    void check() {
        List<String> faults =
                sql.sql(FAULTS).query((row, _) -> row.getString(1)).list();
        if (!faults.isEmpty()) {
            throw new AssertionError("the tables do not agree: " + faults);
        }
    }

    @Override
    public void close() {
        session.destroy();
    }
}
