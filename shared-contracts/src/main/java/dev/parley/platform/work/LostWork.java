package dev.parley.platform.work;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items whose worker is silent. */
final class LostWork {

    // Walks over the few workers that hold lanes, not over the lanes. The silent worker's row is locked, so a worker
    // that
    // renews at this moment either saves its items or sees that they are gone. Nothing here waits for a lock: who holds
    // one is at work on it.
    static final String RECLAIM = """
            with recursive holder (id) as (
                (select worker from platform.work_lane where state = 'running' order by worker limit 1)
                 union all
                select (select l.worker from platform.work_lane l
                         where l.state = 'running' and l.worker > h.id order by l.worker limit 1)
                  from holder h
                 where h.id is not null
            ), silent as (
                select id from platform.worker
                 where id = any (array(select id from holder)) and seen_at < now() - :lease * interval '1 ms'
                   for update skip locked
            ), missing as (
                select h.id from holder h
                 where h.id is not null and not exists (select 1 from platform.worker w where w.id = h.id)
            ), lost as (
                select l.lane, l.head
                  from platform.work_lane l
                  join platform.work w on w.id = l.head
                 where l.state = 'running' and w.state = 'running'
                   and l.worker = any (array(select id from silent union all select id from missing))
                 limit 500
                   for update of l, w skip locked
            )
            """ + makeDue(1);

    // A claim whose answer was lost on its way: the database has it running here, and here nobody knows of it.
    static final String RETURN_STRAY = """
            with lost as (
                select l.lane, l.head
                  from platform.work_lane l
                  join platform.work w on w.id = l.head
                 where l.state = 'running' and w.state = 'running'
                   and l.worker = cast(:worker as uuid) and l.head <> all (cast(:known as uuid[]))
                 limit 500
                   for update of l, w skip locked
            )
            """ + makeDue(0);

    private final JdbcClient database;
    private final WorkSettings settings;

    LostWork(JdbcClient database, WorkSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Makes them due again, for any worker. */
    List<Lost> reclaim() {
        return database.sql(RECLAIM)
                .param("lease", settings.lease().toMillis())
                .query((row, _) -> new Lost(row.getObject("id", UUID.class), row.getString("kind")))
                .list();
    }

    /**
     * Makes due again what this worker was given without its knowledge. Only while nobody claims: nothing is on its way
     * then.
     */
    List<Lost> returnStray(UUID worker, List<UUID> known) {
        return database.sql(RETURN_STRAY)
                .param("worker", worker.toString())
                .param("known", Columns.texts(known, id -> id))
                .query((row, _) -> new Lost(row.getObject("id", UUID.class), row.getString("kind")))
                .list();
    }

    // From two crashes on the lane is a suspect: see Suspects.
    private static String makeDue(int crashes) {
        return """
                , waiting as (
                    update platform.work
                       set state = 'waiting', crashes = crashes + %1$d
                     where id = any (array(select head from lost))
                    returning id, kind
                ), ready as (
                    update platform.work_lane
                       set state = case when crashes + %1$d >= 2 then 'suspect' else 'ready' end,
                           crashes = crashes + %1$d, worker = null
                     where lane = any (array(select lane from lost))
                )
                select id, kind from waiting
                """.formatted(crashes);
    }

    record Lost(UUID id, String kind) {}
}
