package dev.parley.platform.work;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items that come in, from outside or because their time has come, and join their lanes. */
final class Arrivals {

    // Only a finished item is touched by its duplicate: locking an open one here, before its lane, could deadlock with
    // the worker that finishes it, which locks the lane first.
    static final String PUT = """
            with incoming as (
                select distinct on (id) *
                  from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:lanes as text[]), cast(:tenants as text[]),
                              cast(:payloads as bytea[]), cast(:traceparents as text[]),
                              cast(:dueAts as timestamptz[]), cast(:expiresAts as timestamptz[])) with ordinality
                       as i (id, kind, lane, tenant, payload, traceparent, due_at, expires_at, line)
                 order by id, line
            ), fresh as (
                insert into platform.work
                       (id, kind, lane, tenant, payload, traceparent, due_at, expires_at, state, position)
                select id, kind, lane, tenant, payload, traceparent, coalesce(due_at, now()), expires_at,
                       case when due_at > now() then 'scheduled' else 'waiting' end,
                       case when due_at > now() then null else nextval('platform.work_position') end
                  from incoming
                 order by line
                on conflict (id) do nothing
                returning id, kind, lane, tenant, due_at, position
            ), known as (
                select id from incoming where id not in (select id from fresh)
            ), again as (
                update platform.work
                   set state = 'waiting', step = 'resend', position = nextval('platform.work_position'),
                       due_at = now(), finished_at = null
                 where (select count(*) from known) > 0 and id = any (array(select id from known))
                   and finished_at is not null
                returning id, kind, lane, tenant, due_at, position
            ), joined as (
                select * from fresh where position is not null
                 union all
                select * from again
            )
            """ + joinLanes();

    // The order of ids is the order of arrival only by chance; what is due at once joins in the order of due times.
    static final String JOIN_DUE = """
            with due as (
                select id, due_at
                  from platform.work
                 where position is null and due_at <= now()
                 order by due_at
                 limit 500
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
            """ + joinLanes();

    private final JdbcClient database;

    Arrivals(JdbcClient database) {
        this.database = database;
    }

    void put(List<NewWork> batch) {
        database.sql(PUT)
                .param("ids", Columns.texts(batch, NewWork::id))
                .param("kinds", Columns.texts(batch, NewWork::kind))
                .param("lanes", Columns.texts(batch, NewWork::lane))
                .param("tenants", Columns.texts(batch, NewWork::tenant))
                .param("payloads", batch.stream().map(NewWork::payload).toArray(byte[][]::new))
                .param("traceparents", Columns.texts(batch, NewWork::traceparent))
                .param("dueAts", Columns.texts(batch, NewWork::dueAt))
                .param("expiresAts", Columns.texts(batch, NewWork::expiresAt))
                .update();
    }

    /** What was put for later, and is due now. */
    void joinDue() {
        database.sql(JOIN_DUE).update();
    }

    /** A lane that is there is touched as well: that locks it against the worker that would end it just now. */
    private static String joinLanes() {
        return """
                insert into platform.work_lane as l (lane, head, kind, tenant, since, state, open)
                select distinct on (lane) lane, id, kind, tenant, due_at, 'ready', count(*) over (partition by lane)
                  from joined
                 order by lane, position
                on conflict (lane) do update set open = l.open + excluded.open
                """;
    }
}
