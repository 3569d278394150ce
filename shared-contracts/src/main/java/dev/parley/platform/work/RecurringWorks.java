package dev.parley.platform.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** When work that recurs comes next. By one thread at a time. */
final class RecurringWorks {

    // Another cron or zone than before begins anew.
    static final String DECLARE = """
            insert into platform.work_recurring as r (name, cron, zone, next_at) values (:name, :cron, :zone, :next)
            on conflict (name) do update
               set cron = excluded.cron, zone = excluded.zone, next_at = excluded.next_at
             where r.cron <> excluded.cron or r.zone <> excluded.zone
            """;

    static final String FIND_DUE = """
            select name, cron, zone, next_at, now() as now
              from platform.work_recurring
             where name = any (cast(:names as text[])) and next_at <= now()
               for update skip locked
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Inbox inbox;
    private final Map<String, RecurringWork> works;
    private boolean declared;

    private record Due(String name, String cron, ZoneId zone, Instant at, Instant now) {}

    RecurringWorks(JdbcClient database, TransactionOperations transactions, Inbox inbox, List<RecurringWork> works) {
        this.database = database;
        this.transactions = transactions;
        this.inbox = inbox;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(RecurringWork::name, Function.identity()));
    }

    /** Whether it is known of all of them when they are due. */
    boolean areDeclared() {
        return declared || works.isEmpty();
    }

    /** What is due becomes items, in the transaction that says when it is due again. */
    void putDue() {
        if (works.isEmpty()) {
            return;
        }
        if (!declared) {
            works.values().forEach(this::declare);
            declared = true;
        }
        transactions.executeWithoutResult(_ -> {
            List<Due> due = database.sql(FIND_DUE)
                    .param("names", works.keySet().toArray(String[]::new))
                    .query(RecurringWorks::due)
                    .list();
            due.forEach(this::put);
        });
    }

    private void declare(RecurringWork work) {
        OffsetDateTime now =
                database.sql("select now()").query(OffsetDateTime.class).single();
        database.sql(DECLARE)
                .param("name", work.name())
                .param("cron", work.cron())
                .param("zone", work.zone().getId())
                .param("next", utc(RecurringWork.next(work.cron(), work.zone(), now.toInstant())))
                .update();
    }

    private void put(Due due) {
        RecurringWork work = works.get(due.name());
        if (work != null) {
            Instant last = RecurringWork.last(due.cron(), due.zone(), due.at(), due.now());
            inbox.put(List.of(work.at(last)));
            database.sql("update platform.work_recurring set next_at = :next where name = :name")
                    .param("next", utc(RecurringWork.next(due.cron(), due.zone(), due.now())))
                    .param("name", due.name())
                    .update();
        }
    }

    private static OffsetDateTime utc(@Nullable Instant time) {
        return (time == null ? Instant.parse("9999-12-31T00:00:00Z") : time).atOffset(ZoneOffset.UTC);
    }

    private static Due due(ResultSet row, int line) throws SQLException {
        return new Due(
                row.getString("name"),
                row.getString("cron"),
                ZoneId.of(row.getString("zone")),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getObject("now", OffsetDateTime.class).toInstant());
    }
}
