package dev.parley.platform.work;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Items that were put for later. */
final class ScheduledWork {

    static final String FIND_DUE = """
            select id, lane
              from platform.work
             where position is null and due_at <= now()
             order by due_at
             limit 500
            """;

    // The order of ids is the order of arrival only by chance; what is due at once joins in the order of due times.
    static final String JOIN_DUE = """
            with due as (
                select id, due_at
                  from platform.work
                 where id = any (cast(:ids as uuid[])) and position is null
                   for update skip locked
            ), placed as (
                select id, nextval('platform.work_position') as position
                  from (select id from due order by due_at) as d
            ), joined as (
                update platform.work w
                   set state = 'waiting', position = p.position
                  from placed p
                 where w.id = any (array(select id from due)) and w.id = p.id
                returning w.id, w.kind, w.lane, w.tenant, w.due_at, w.position
            )
            """ + JoinedLanes.SQL;

    private record Due(UUID id, String lane) {}

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final LaneLocks lanes;

    ScheduledWork(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
        this.lanes = new LaneLocks(database);
    }

    /** What is due now joins its lane. */
    void joinDue() {
        List<Due> due = database.sql(FIND_DUE)
                .query((row, _) -> new Due(row.getObject("id", UUID.class), row.getString("lane")))
                .list();
        if (!due.isEmpty()) {
            transactions.executeWithoutResult(_ -> join(due));
        }
    }

    private void join(List<Due> due) {
        lanes.lock(due.stream().map(Due::lane).toList());
        database.sql(JOIN_DUE).param("ids", Columns.texts(due, Due::id)).update();
    }
}
