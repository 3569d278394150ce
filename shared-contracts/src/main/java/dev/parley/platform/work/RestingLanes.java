package dev.parley.platform.work;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lanes whose head failed and is to be tried again, or has waited for somebody as long as it may. */
final class RestingLanes {

    static final String WAKE = """
            with rested as (
                select lane
                  from platform.work_lane
                 where state = 'resting' and rest_until <= now()
                 order by rest_until
                 limit 500
                   for update skip locked
            )
            update platform.work_lane
               set state = case when crashes >= 2 then 'suspect' else 'ready' end, rest_until = null, paused = false
             where lane = any (array(select lane from rested))
            """;

    private final JdbcClient database;

    RestingLanes(JdbcClient database) {
        this.database = database;
    }

    void wake() {
        database.sql(WAKE).update();
    }
}
