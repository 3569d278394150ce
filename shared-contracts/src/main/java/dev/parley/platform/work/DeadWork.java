package dev.parley.platform.work;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items that were given up and may be tried anew. */
final class DeadWork {

    // Only its attempts go on, since they fence. What has no end any more has no lane, so nobody else changes it but by
    // this very statement, which then sees that it is dead no longer.
    static final String REPLAY = """
            with joined as (
                update platform.work
                   set state = 'waiting', step = 'run', position = nextval('platform.work_position'),
                       lane = coalesce(home, lane), home = null, due_at = now(), finished_at = null, ended_as = null,
                       failures = 0, crashes = 0, deadline = null, expires_at = null, code = null,
                       cancelled_at = null, cancel_reason = null
                 where id = :id and state = 'dead' and not erased
                returning id, kind, lane, tenant, due_at, position
            )
            """ + JoinedLanes.SQL;

    private final JdbcClient database;

    DeadWork(JdbcClient database) {
        this.database = database;
    }

    /** Where it belongs; empty when there is no such item. */
    Optional<String> lane(UUID id) {
        return database.sql("select case when finished_at is null then lane else coalesce(home, lane) end as lane"
                        + " from platform.work where id = :id")
                .param("id", id)
                .query((row, _) -> row.getString("lane"))
                .optional();
    }

    /** In a transaction that has locked its lane. */
    WorkAdmin.Answer replay(UUID id) {
        if (database.sql(REPLAY).param("id", id).update() == 1) {
            return WorkAdmin.Answer.ACCEPTED;
        }
        boolean erased = database.sql("select erased and state = 'dead' from platform.work where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
        return erased ? WorkAdmin.Answer.ERASED : WorkAdmin.Answer.REFUSED;
    }
}
