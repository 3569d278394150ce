package dev.parley.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lanes whose head was running when its worker died, twice or more often. It may be what killed them, so it is claimed by a
 * worker that has nothing else. Most suspects are innocent neighbours of one that is not, or of a machine that was lost
 * twice: those with two deaths run in a large group, those with three in a small one, with four each runs alone.
 */
final class Suspects {

    /** So many deaths, and it is given up. */
    static final int TOO_MANY = 5;

    /** So many deaths, and it is dead untold: giving it up kills as well. */
    static final int HOPELESS = 2 * TOO_MANY;

    private static final int GROUPS_SHRINK_BY = 16;

    // Whoever reserves them makes room for them first. Should it die meanwhile, the reservation lapses.
    static final String RESERVE = """
            with first as (
                select l.crashes, k.*
                  from platform.work_lane l
                  join unnest(cast(:kinds as text[]), cast(:concurrencies as int[])) as k (kind, concurrency)
                    on k.kind = l.kind
                 where l.state = 'suspect' and (l.reserved_until is null or l.reserved_until < now())
                 order by l.since
                 limit 1
                   for update of l skip locked
            ), companions as (
                select lane
                  from platform.work_lane
                 where state = 'suspect' and (kind, crashes) = (select kind, crashes from first)
                   and (reserved_until is null or reserved_until < now())
                 order by since
                 limit (select least(concurrency, power(:shrink, greatest(0, :alone - crashes))) from first)
                   for update skip locked
            )
            update platform.work_lane
               set reserved_by = cast(:worker as uuid), reserved_until = now() + :patience * interval '1 ms'
             where lane = any (array(select lane from companions))
            returning lane
            """;

    static final String CLAIM = """
            with wanted as (
                select *
                  from unnest(cast(:kinds as text[]), cast(:deadlines as bigint[])) as k (kind, deadline)
                 where exists (select 1 from platform.worker
                                where id = cast(:worker as uuid)
                                  and seen_at > now() - :fenceAfter * interval '1 ms')
            ), chosen as (
                select l.head
                  from platform.work_lane l
                 where l.lane = any (cast(:lanes as text[])) and l.state = 'suspect' and l.reserved_by = cast(:worker as uuid)
                   for update
            )
            """ + Claims.TAKE;

    private final UUID worker;
    private final JdbcClient database;
    private final WorkSettings settings;
    private final List<WorkKind> kinds;

    Suspects(UUID worker, JdbcClient database, WorkSettings settings, List<WorkKind> kinds) {
        this.worker = worker;
        this.database = database;
        this.settings = settings;
        this.kinds = kinds;
    }

    /** Lanes that nobody else has reserved, with equally many deaths and of one kind; ours for as long as is said. */
    List<String> reserve(Duration patience) {
        return database.sql(RESERVE)
                .param("worker", worker.toString())
                .param("patience", patience.toMillis())
                .param("kinds", Columns.texts(kinds, WorkKind::name))
                .param("concurrencies", Columns.ints(kinds, WorkKind::concurrency))
                .param("shrink", GROUPS_SHRINK_BY)
                .param("alone", TOO_MANY - 1)
                .query((row, _) -> row.getString("lane"))
                .list();
    }

    /** What was reserved, unless it has gone meanwhile. */
    List<Claimed> claim(List<String> lanes) {
        return database.sql(CLAIM)
                .param("worker", worker.toString())
                .param("fenceAfter", settings.fenceAfter().toMillis())
                .param("kinds", Columns.texts(kinds, WorkKind::name))
                .param("deadlines", Columns.longs(kinds, kind -> kind.deadline().toMillis()))
                .param("lanes", Columns.texts(lanes, lane -> lane))
                .query(Claims::claimed)
                .list();
    }
}
