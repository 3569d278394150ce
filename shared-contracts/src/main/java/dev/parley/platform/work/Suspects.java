package dev.parley.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lanes whose head was running when its worker died, twice or more often. It may be what killed them, so it is claimed by a
 * worker that has nothing else, and no neighbour dies with it.
 */
final class Suspects {

    /** So many deaths, and it is given up. */
    static final int TOO_MANY = 5;

    // Whoever reserves one makes room for it first. Should it die meanwhile, the reservation lapses.
    static final String RESERVE = """
            update platform.work_lane
               set reserved_by = cast(:worker as uuid), reserved_until = now() + :patience * interval '1 ms'
             where lane = (select lane
                             from platform.work_lane
                            where state = 'suspect' and kind = any (cast(:kinds as text[]))
                              and (reserved_until is null or reserved_until < now())
                            order by since
                            limit 1
                              for update skip locked)
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
                 where l.lane = :lane and l.state = 'suspect' and l.reserved_by = cast(:worker as uuid)
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

    /** One that nobody else has reserved, for at least as long as is said. */
    Optional<String> reserve(Duration patience) {
        return database.sql(RESERVE)
                .param("worker", worker.toString())
                .param("patience", patience.toMillis())
                .param("kinds", Columns.texts(kinds, WorkKind::name))
                .query((row, _) -> row.getString("lane"))
                .optional();
    }

    /** What was reserved, unless it has gone meanwhile. */
    List<Claimed> claim(String lane) {
        return database.sql(CLAIM)
                .param("worker", worker.toString())
                .param("fenceAfter", settings.fenceAfter().toMillis())
                .param("kinds", Columns.texts(kinds, WorkKind::name))
                .param("deadlines", Columns.longs(kinds, kind -> kind.deadline().toMillis()))
                .param("lane", lane)
                .query(Claims::claimed)
                .list();
    }
}
