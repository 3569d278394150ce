package dev.parley.platform.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items that come in from outside and join their lanes, for the first time or again. */
final class Arrivals {

    // A duplicate touches nothing here, since items may only be changed under the lock of their lane; those that have
    // ended are named. What was cancelled before it came takes a lane of its own, to end at once.
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
                       (id, kind, lane, home, tenant, payload, traceparent, due_at, expires_at, state, position,
                        cancelled_at, cancel_reason)
                select i.id, kind, case when c.id is null then lane else 'cancelled/' || i.id end,
                       case when c.id is not null then lane end, tenant, payload, traceparent,
                       coalesce(due_at, now()), expires_at,
                       case when due_at > now() and c.id is null then 'scheduled' else 'waiting' end,
                       case when due_at > now() and c.id is null then null
                            else nextval('platform.work_position') end,
                       c.created_at, c.reason
                  from incoming i
                  left join platform.work_cancellation c on c.id = i.id
                 order by line
                on conflict (id) do nothing
                returning id, kind, lane, tenant, due_at, position
            ), joined as (
                select * from fresh where position is not null
            ), lanes as (
            """ + JoinedLanes.SQL + """
            )
            select id, coalesce(home, lane) as lane
              from platform.work
             where id = any (cast(:ids as uuid[])) and finished_at is not null and not erased
            """;

    static final String SEND_AGAIN = """
            with joined as (
                update platform.work
                   set ended_as = state, state = 'waiting', step = 'resend', position = nextval('platform.work_position'),
                       lane = coalesce(home, lane), home = null, due_at = now(), finished_at = null,
                       crashes = 0
                 where id = any (cast(:ids as uuid[])) and finished_at is not null and not erased
                returning id, kind, lane, tenant, due_at, position
            )
            """ + JoinedLanes.SQL;

    private final JdbcClient database;

    Arrivals(JdbcClient database) {
        this.database = database;
    }

    /** Stores what is new, and names what had come before and has ended. */
    List<EndedWork> put(List<NewWork> batch) {
        return database.sql(PUT)
                .param("ids", Columns.texts(batch, NewWork::id))
                .param("kinds", Columns.texts(batch, NewWork::kind))
                .param("lanes", Columns.texts(batch, NewWork::lane))
                .param("tenants", Columns.texts(batch, NewWork::tenant))
                .param("payloads", batch.stream().map(NewWork::payload).toArray(byte[][]::new))
                .param("traceparents", Columns.texts(batch, NewWork::traceparent))
                .param("dueAts", Columns.texts(batch, NewWork::dueAt))
                .param("expiresAts", Columns.texts(batch, NewWork::expiresAt))
                .query(Arrivals::ended)
                .list();
    }

    /** What has ended joins its lane once more, to send its result. In a transaction that has locked the lanes. */
    void sendAgain(List<EndedWork> ended) {
        database.sql(SEND_AGAIN)
                .param("ids", Columns.texts(ended, EndedWork::id))
                .update();
    }

    boolean knows(UUID id) {
        return database.sql("select exists (select from platform.work where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static EndedWork ended(ResultSet row, int line) throws SQLException {
        return new EndedWork(row.getObject("id", UUID.class), row.getString("lane"));
    }
}
