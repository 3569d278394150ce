package dev.parley.platform.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers that are alive, by the database's clock. */
final class Workers {

    static final String RENEW = """
            with renewed as (
                insert into platform.worker as w (id, seen_at) values (cast(:worker as uuid), clock_timestamp())
                on conflict (id) do update set seen_at = excluded.seen_at
            )
            select w.id, w.cancel_reason
              from platform.work_lane l
              join platform.work w on w.id = l.head
             where l.worker = cast(:worker as uuid) and l.state = 'running' and l.cancelled
            """;

    private final JdbcClient database;

    Workers(JdbcClient database) {
        this.database = database;
    }

    /** Renews the lease; returns those of the worker's items that nobody wants any more, and why. */
    Map<UUID, String> renew(UUID worker) {
        return database.sql(RENEW).param("worker", worker.toString()).query(Workers::cancelled).list().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<UUID, String> cancelled(ResultSet row, int line) throws SQLException {
        return Map.entry(row.getObject("id", UUID.class), row.getString("cancel_reason"));
    }

    /** The items that are this worker's. */
    Set<UUID> holds(UUID worker) {
        return database.sql("select head from platform.work_lane where state = 'running' and worker = :worker")
                .param("worker", worker)
                .query((row, _) -> row.getObject("head", UUID.class))
                .set();
    }

    void leave(UUID worker) {
        database.sql("delete from platform.worker where id = :worker")
                .param("worker", worker)
                .update();
    }

    /** Those that died long ago and hold nothing; a live one whose row is missing puts it back. */
    void forgetDead() {
        database.sql("""
                        delete from platform.worker w
                         where seen_at < now() - interval '1 hour'
                           and not exists (select 1 from platform.work_lane l
                                            where l.state = 'running' and l.worker = w.id)
                        """).update();
    }
}
