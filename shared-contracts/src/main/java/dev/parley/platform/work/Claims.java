package dev.parley.platform.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Due heads of lanes, taken by one worker. */
final class Claims {

    /** Goes on from {@code wanted (kind, deadline)} and {@code chosen (head)}, whose lanes are locked. */
    static final String TAKE = """
            , claimed as (
                update platform.work w
                   set state = 'running',
                       attempt = attempt + 1,
                       resumed = false,
                       deadline = case when w.deadline is null and w.expires_at <= now() then null
                                       else coalesce(w.deadline, now() + k.deadline * interval '1 ms') end
                  from wanted k
                 where w.id = any (array(select head from chosen)) and w.state = 'waiting' and k.kind = w.kind
                returning w.*
            ), taken as (
                update platform.work_lane l
                   set state = 'running', worker = cast(:worker as uuid), reserved_by = null, reserved_until = null
                  from claimed c
                 where l.lane = any (array(select lane from claimed)) and l.lane = c.lane and l.head = c.id
            )
            select *,
                   deadline is null as expired,
                   cast(extract(epoch from deadline - now()) * 1000 as bigint) as millis_left
              from claimed
            """;

    // Walks from tenant to tenant by the index of ready lanes, at most as many as there is room for, and takes an equal
    // share of each: what it costs depends on what it takes. A lane whose head came after this statement began is left
    // for the next one: its item is not visible here, so it is not claimed, and so the lane is not touched.
    static final String CLAIM = """
            with recursive wanted as (
                select *
                  from unnest(cast(:kinds as text[]), cast(:rooms as int[]), cast(:afters as text[]),
                              cast(:deadlines as bigint[])) as k (kind, room, after, deadline)
                 where exists (select 1 from platform.worker
                                where id = cast(:worker as uuid)
                                  and seen_at > now() - :fenceAfter * interval '1 ms')
            ), walk as (
                select k.kind, k.room, t.tenant, 1 as place
                  from wanted k
                 cross join lateral (select l.tenant from platform.work_lane l
                                      where l.state = 'ready' and l.kind = k.kind and l.tenant > k.after
                                      order by l.tenant limit 1) t
                 union all
                select w.kind, w.room, t.tenant, w.place + 1
                  from walk w
                 cross join lateral (select l.tenant from platform.work_lane l
                                      where l.state = 'ready' and l.kind = w.kind and l.tenant > w.tenant
                                      order by l.tenant limit 1) t
                 where w.place < w.room
            ), share as (
                select kind, (max(room) + count(*) - 1) / count(*) as lanes from walk group by kind
            ), candidate as (
                select w.kind, w.room, w.place, l.head,
                       row_number() over (partition by w.kind, w.tenant order by l.since) as turn
                  from walk w
                  join share s on s.kind = w.kind
                 cross join lateral (select h.head, h.since from platform.work_lane h
                                      where h.state = 'ready' and h.kind = w.kind and h.tenant = w.tenant
                                      order by h.since limit s.lanes
                                        for update skip locked) l
            ), chosen as (
                select head
                  from (select head, room, row_number() over (partition by kind order by turn, place) as line
                          from candidate) c
                 where line <= room
            )
            """ + TAKE;

    // In the transaction that stored them, which has locked the lanes of those that are new. Of others it waits for
    // none.
    static final String CLAIM_ARRIVED = """
            with wanted as (
                select *
                  from unnest(cast(:kinds as text[]), cast(:deadlines as bigint[])) as k (kind, deadline)
                 where exists (select 1 from platform.worker
                                where id = cast(:worker as uuid)
                                  and seen_at > now() - :fenceAfter * interval '1 ms')
            ), chosen as (
                select head
                  from platform.work_lane
                 where lane = any (cast(:lanes as text[])) and head = any (cast(:ids as uuid[])) and state = 'ready'
                   for update skip locked
            )
            """ + TAKE;

    private final UUID worker;
    private final JdbcClient database;
    private final WorkSettings settings;

    Claims(UUID worker, JdbcClient database, WorkSettings settings) {
        this.worker = worker;
        this.database = database;
        this.settings = settings;
    }

    /** Nothing, when the database has not heard from the worker lately. */
    List<Claimed> claim(List<Wanted> wanted) {
        return database.sql(CLAIM)
                .param("worker", worker.toString())
                .param("fenceAfter", settings.fenceAfter().toMillis())
                .param("kinds", Columns.texts(wanted, w -> w.kind().name()))
                .param("rooms", Columns.ints(wanted, w -> Math.min(w.room(), settings.claimBatch())))
                .param("afters", Columns.texts(wanted, Wanted::after))
                .param(
                        "deadlines",
                        Columns.longs(wanted, w -> w.kind().deadline().toMillis()))
                .query(Claims::claimed)
                .list();
    }

    /** Those of a batch that are the heads of their lanes and due; nothing, when the worker was not heard of lately. */
    List<Claimed> claimArrived(List<NewWork> batch, List<WorkKind> kinds) {
        return database.sql(CLAIM_ARRIVED)
                .param("worker", worker.toString())
                .param("fenceAfter", settings.fenceAfter().toMillis())
                .param("kinds", Columns.texts(kinds, WorkKind::name))
                .param("deadlines", Columns.longs(kinds, kind -> kind.deadline().toMillis()))
                .param("lanes", Columns.texts(batch, NewWork::lane))
                .param("ids", Columns.texts(batch, NewWork::id))
                .query(Claims::claimed)
                .list();
    }

    /**
     * @param room how many items to take at most
     * @param after the tenant behind which to begin; empty for the first
     */
    record Wanted(WorkKind kind, int room, String after) {}

    static Claimed claimed(ResultSet row, int line) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("lane"),
                row.getString("tenant"),
                row.getInt("attempt"),
                row.getInt("failures"),
                row.getBytes("payload"),
                row.getString("traceparent"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                todo(row));
    }

    private static Todo todo(ResultSet row) throws SQLException {
        return Todo.of(new Todo.Row(
                row.getString("step"),
                row.getString("code"),
                row.getString("detail"),
                row.getObject("cancelled_at") != null,
                row.getString("cancel_reason"),
                row.getBoolean("expired"),
                row.getInt("crashes"),
                Duration.ofMillis(row.getLong("millis_left"))));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
