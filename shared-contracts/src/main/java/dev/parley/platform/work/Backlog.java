package dev.parley.platform.work;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits, read from the lanes, of which there are few even when many items wait. */
final class Backlog {

    static final String BY_KIND = """
            select kind,
                   sum(open) - count(*) filter (where state = 'running') as depth,
                   cast(extract(epoch from max(now() - since) filter (where state <> 'running')) * 1000 as bigint) as age
              from platform.work_lane
             group by kind
            """;

    private final JdbcClient database;

    Backlog(JdbcClient database) {
        this.database = database;
    }

    /** A lane counts for the kind of its head. */
    Map<String, Waiting> byKind() {
        return database
                .sql(BY_KIND)
                .query((row, _) -> Map.entry(
                        row.getString("kind"),
                        new Waiting(row.getLong("depth"), Duration.ofMillis(row.getLong("age")))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * @param depth items that do not run
     * @param oldest how long the longest has waited at the head of its lane
     */
    record Waiting(long depth, Duration oldest) {

        static final Waiting NOTHING = new Waiting(0, Duration.ZERO);
    }
}
