package dev.parley.chat.turn;

import dev.parley.contracts.id.TurnId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The turns that were ended here since no outcome came. One that comes after all takes its turn out of them. */
@Repository
class LostTurns {
    static final String CODE = "lost";

    private final JdbcClient jdbc;

    LostTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Ends those that were asked so long ago and have not ended; one that was never confirmed is not theirs to end.
     *
     * @return how many, at most the limit
     */
    int addAllOlderThan(Duration age, int limit) {
        return jdbc.sql("""
                        update turn set status = 'failed', error_code = :code, finished_at = now()
                        where status in ('queued', 'running') and id = any (array(
                            select id from turn
                            where status in ('queued', 'running') and acked
                                and entered_at < now() - make_interval(secs => :age)
                            limit :limit for update skip locked))""")
                .param("code", CODE)
                .param("age", age.toSeconds())
                .param("limit", limit)
                .update();
    }

    /** Those among the turns that are lost. */
    List<TurnId> among(Collection<TurnId> turns) {
        return jdbc.sql("""
                        select id from turn
                        where id = any (cast(:ids as uuid[])) and error_code = :code and outcome_partition is null""")
                .param("ids", turns.stream().map(TurnId::toString).toArray(String[]::new))
                .param("code", CODE)
                .query((row, number) -> new TurnId(row.getObject("id", UUID.class)))
                .list();
    }
}
