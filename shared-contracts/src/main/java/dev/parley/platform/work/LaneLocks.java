package dev.parley.platform.work;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks lanes for the rest of a transaction: whoever changes the items of a lane locks it first, and whoever needs several
 * locks them in one order. As a statement of its own: the next one sees all that was done under these locks before.
 */
final class LaneLocks {

    static final String LOCK = """
            select lane
              from platform.work_lane
             where lane = any (cast(:lanes as text[]))
             order by lane
               for update
            """;

    private final JdbcClient database;

    LaneLocks(JdbcClient database) {
        this.database = database;
    }

    /** Those that there are; one without items has nothing to lock. */
    void lock(Collection<String> lanes) {
        database.sql(LOCK)
                .param("lanes", lanes.stream().distinct().toArray(String[]::new))
                .query()
                .listOfRows();
    }
}
