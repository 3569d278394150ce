package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses. An attempt counts before it is known to fail, so that many at once get no further than one after the
 * other.
 */
@Repository
class Attempts {
    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt.
     *
     * @param subject by whom or on whom; kept as a hash
     * @param limit how many there may be within ten minutes
     * @throws ProblemException 429 when it has to wait
     */
    @Transactional
    void count(String subject, int limit) {
        String hash = hashed(subject);
        AttemptWindow window = locked(hash);
        if (window.isBlocked()) {
            throw new ProblemException(ProblemCode.TOO_MANY_ATTEMPTS, "It was tried too often.")
                    .retryAfter(window.blockedFor());
        }
        AttemptWindow next = window.next(limit);
        jdbc.sql("""
                        update attempt
                           set count = :count,
                               blocked_until = case when :wait > 0 then clock_timestamp() + :wait * interval '1 ms' end,
                               began_at = case when :count = 1 then clock_timestamp() else began_at end
                         where subject = :subject""")
                .param("subject", hash)
                .param("count", next.count())
                .param("wait", next.blockedFor().toMillis())
                .update();
    }

    /** It was the right one after all: what went before counts no more. */
    void forget(String subject) {
        jdbc.sql("delete from attempt where subject = :subject")
                .param("subject", hashed(subject))
                .update();
    }

    /** It did no harm: it does not count, and what it alone has brought about is over; those before count on. */
    void takeBack(String subject, int limit) {
        jdbc.sql("""
                        update attempt
                           set count = count - 1, blocked_until = case when count - 1 >= :limit then blocked_until end
                         where subject = :subject and count > 0""").param("subject", hashed(subject)).param("limit", limit).update();
    }

    /** Drops what counts no more. */
    void clean() {
        jdbc.sql("delete from attempt where greatest(began_at, blocked_until) < now() - interval '1 hour'")
                .update();
    }

    /** Makes the row where there is none, and takes its lock for the rest of the transaction. */
    private AttemptWindow locked(String hash) {
        return jdbc.sql("""
                        insert into attempt (subject, count, began_at) values (:subject, 0, now())
                        on conflict (subject) do update set subject = excluded.subject
                        returning count, extract(epoch from clock_timestamp() - greatest(began_at, blocked_until)) * 1000 as idle,
                                  extract(epoch from blocked_until - clock_timestamp()) * 1000 as wait""")
                .param("subject", hash)
                .query((row, _) -> new AttemptWindow(
                        row.getInt("count"),
                        Duration.ofMillis(row.getLong("idle")),
                        Duration.ofMillis(row.getLong("wait"))))
                .single();
    }

    private static String hashed(String subject) {
        return HexFormat.of().formatHex(RefreshTokens.hash(subject));
    }
}
