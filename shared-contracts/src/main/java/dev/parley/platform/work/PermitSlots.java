package dev.parley.platform.work;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of limits, one for each permit that there is. They need not survive a crash of the database. */
final class PermitSlots {

    // What is free is decided from two tables before a row is locked. One that another replica took meanwhile is looked
    // at again under its lock, and that look sees only the row itself anew: so the row has to be as it was.
    static final String TAKE = """
            with free as materialized (
                select p.slot, p.taken
                  from platform.work_permit p
                  left join platform.worker w on w.id = p.worker and w.seen_at > now() - :lease * interval '1 ms'
                 where p.name = :name and p.slot <= :limit
                   and (w.id is null
                        or (w.id = cast(:worker as uuid) and p.taken <> all (cast(:held as uuid[]))))
            ), chosen as materialized (
                select p.slot
                  from platform.work_permit p
                  join free f on f.slot = p.slot and f.taken is not distinct from p.taken
                 where p.name = :name
                 order by p.slot
                 limit 1
                   for update of p skip locked
            )
            update platform.work_permit
               set worker = cast(:worker as uuid), taken = gen_random_uuid()
             where name = :name and slot = (select slot from chosen)
               and exists (select 1 from platform.worker
                            where id = cast(:worker as uuid) and seen_at > now() - :fenceAfter * interval '1 ms')
               and set_config('synchronous_commit', 'off', true) is not null
            returning taken
            """;

    private final JdbcClient database;
    private final WorkSettings settings;

    PermitSlots(JdbcClient database, WorkSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    void provide(String name, int limit) {
        database.sql("""
                        insert into platform.work_permit (name, slot)
                        select :name, slot from generate_series(1, :limit) as slot
                        on conflict do nothing
                        """).param("name", name).param("limit", limit).update();
    }

    /**
     * One that is free, for a worker whose lease is held.
     *
     * @param held what this worker knows to hold of them: what else is in its name was given back, and that was lost
     */
    Optional<UUID> take(String name, int limit, UUID worker, Collection<UUID> held) {
        return database.sql(TAKE)
                .param("name", name)
                .param("limit", limit)
                .param("worker", worker.toString())
                .param("held", held.stream().map(UUID::toString).toArray(String[]::new))
                .param("lease", settings.lease().toMillis())
                .param("fenceAfter", settings.fenceAfter().toMillis())
                .query((row, _) -> row.getObject("taken", UUID.class))
                .optional();
    }

    void giveBack(String name, UUID taken) {
        database.sql("""
                        update platform.work_permit
                           set worker = null, taken = null
                         where name = :name and taken = :taken
                           and set_config('synchronous_commit', 'off', true) is not null
                        """).param("name", name).param("taken", taken).update();
    }
}
