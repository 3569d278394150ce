package dev.parley.platform.work;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers that are alive, by the database's clock. */
final class Workers {

    private final JdbcClient database;

    Workers(JdbcClient database) {
        this.database = database;
    }

    void renew(UUID worker) {
        database.sql("""
                        insert into platform.worker as w (id, seen_at) values (:worker, clock_timestamp())
                        on conflict (id) do update set seen_at = excluded.seen_at
                        """).param("worker", worker).update();
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
