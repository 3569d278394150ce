package dev.parley.conversation.stream;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits in the outbox. */
@Repository
class OutboxFigures {
    /**
     * @param waiting rows that are not published yet
     * @param oldest how long the first of them waits
     * @param refused rows that their topics will never take as they are
     */
    record Figures(long waiting, Duration oldest, long refused) {
        static final Figures NOTHING = new Figures(0, Duration.ZERO, 0);
    }

    private final JdbcClient jdbc;

    OutboxFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Figures now() {
        return jdbc.sql("""
                        select count(*) filter (where refused_at is null) as waiting,
                               count(*) filter (where refused_at is not null) as refused,
                               coalesce(extract(epoch from now() - min(created_at) filter (where refused_at is null)), 0)
                                   as age
                          from outbox""")
                .query((row, _) -> new Figures(
                        row.getLong("waiting"),
                        Duration.ofMillis(Math.max(0, (long) (row.getDouble("age") * 1000))),
                        row.getLong("refused")))
                .single();
    }
}
