package dev.parley.platform.work;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether there is anything to be begun. Asked by those whom nobody has told of anything, so that a worker at rest costs one
 * statement a poll.
 */
final class Horizon {

    static final String LOOK = """
            select exists (select 1 from platform.work_lane where state = 'ready')
                or exists (select 1 from platform.work_lane where state = 'suspect')
                or exists (select 1 from platform.work_lane where state = 'resting' and rest_until <= now())
                or exists (select 1 from platform.work_lane where paused and open > 1)
                or exists (select 1 from platform.work where position is null and due_at <= now())
                or exists (select 1 from platform.work_recurring where next_at <= now())
            """;

    private final JdbcClient database;

    Horizon(JdbcClient database) {
        this.database = database;
    }

    boolean isClear() {
        return !database.sql(LOOK).query(Boolean.class).single();
    }
}
