package dev.parley.platform.work;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes out what nobody wants any more. Every call is in a transaction that has locked the lanes concerned. */
final class Cancellations {

    // A head that waits is claimed at once, to end as cancelled; one that runs is marked, for its worker to see; all
    // others leave for a lane of their own, so that they end without waiting for what is before them. A lane's row
    // changes once: of two changes in one statement, one would be lost.
    static final String CANCEL = """
            with wanted as (
                select * from unnest(cast(:ids as uuid[]), cast(:reasons as text[])) as i (id, reason)
            ), target as (
                select w.id, w.kind, w.lane, w.tenant, w.state, i.reason, l.state as lane_state,
                       coalesce(l.head = w.id, false) as is_head
                  from wanted i
                  join platform.work w on w.id = i.id
                  left join platform.work_lane l on l.lane = w.lane
                 where w.finished_at is null and w.cancelled_at is null and w.step = 'run'
                   for update of w
            ), marked as (
                update platform.work w
                   set cancelled_at = now(),
                       cancel_reason = t.reason,
                       home = case when t.is_head then w.home else w.lane end,
                       lane = case when t.is_head then w.lane else 'cancelled/' || w.id end,
                       position = case when t.is_head then w.position else nextval('platform.work_position') end,
                       due_at = least(w.due_at, now()),
                       state = case when t.is_head then w.state else 'waiting' end
                  from target t
                 where w.id = t.id
            ), change as (
                select lane,
                       count(*) filter (where not is_head and state <> 'scheduled') as leaving,
                       coalesce(bool_or(is_head and lane_state = 'running'), false) as runs,
                       coalesce(bool_or(is_head and lane_state = 'resting'), false) as rests
                  from target
                 group by lane
            ), changed as (
                update platform.work_lane l
                   set open = l.open - c.leaving,
                       cancelled = l.cancelled or c.runs,
                       state = case when not c.rests then l.state when l.crashes >= 2 then 'suspect' else 'ready' end,
                       rest_until = case when c.rests then null else l.rest_until end,
                       paused = l.paused and not c.rests
                  from change c
                 where l.lane = c.lane
            ), alone as (
                insert into platform.work_lane (lane, head, kind, tenant, since, state, open)
                select 'cancelled/' || id, id, kind, tenant, now(), 'ready', 1 from target where not is_head
            ), unseen as (
                insert into platform.work_cancellation (id, reason)
                select id, reason from wanted where id not in (select id from platform.work where id = any (cast(:ids as uuid[])))
                on conflict (id) do nothing
            )
            select pg_notify('%s', '') from change where runs limit 1
            """.formatted(HeartbeatConnection.NEWS);

    static final String OPEN = """
            select id
              from platform.work
             where lane = :lane and finished_at is null
             order by position
            """;

    static final String ERASE = """
            update platform.work
               set erased = true,
                   payload = case when finished_at is null then payload else '' end,
                   tenant = case when finished_at is null then tenant else '' end
             where id = any (array(select id from platform.work where lane = :lane and finished_at is null
                                    union all
                                   select id from platform.work where lane = :lane and finished_at is not null
                                    union all
                                   select id from platform.work where home = :lane))
               and not erased
            """;

    private final JdbcClient database;
    private final LaneLocks lanes;

    Cancellations(JdbcClient database) {
        this.database = database;
        this.lanes = new LaneLocks(database);
    }

    void lock(Collection<String> names) {
        lanes.lock(names);
    }

    void cancel(UUID id, String reason) {
        cancel(List.of(id), reason);
    }

    /** Whether there is something to cancel. */
    boolean mayCancel(UUID id) {
        return database.sql("select finished_at is null and step = 'run' from platform.work where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** All of a lane that is open. */
    void cancelAll(String lane, String reason) {
        cancel(
                database.sql(OPEN)
                        .param("lane", lane)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list(),
                reason);
    }

    void cancel(List<UUID> ids, String reason) {
        if (!ids.isEmpty()) {
            database.sql(CANCEL)
                    .param("ids", Columns.texts(ids, id -> id))
                    .param("reasons", Columns.texts(ids, _ -> reason))
                    .query()
                    .listOfRows();
        }
    }

    /** What has ended loses its payload and its tenant's name now, what is open when it ends. */
    void erase(String lane) {
        database.sql(ERASE).param("lane", lane).update();
    }
}
