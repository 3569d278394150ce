package dev.parley.location.cache;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers by their question, until they expire by the database's clock. Each call is one statement. */
@Repository
class CachedAnswers {
    private final JdbcClient database;

    CachedAnswers(JdbcClient database) {
        this.database = database;
    }

    Optional<byte[]> find(CacheKey key) {
        return database.sql("""
                        select answer from cached_answer
                        where query = :query and provider = :provider and expires_at > now()
                        """)
                .param("query", key.query())
                .param("provider", key.provider())
                .query(byte[].class)
                .optional();
    }

    /** The last one to answer wins. */
    void put(CacheKey key, byte[] answer, Duration timeToLive) {
        database.sql("""
                        insert into cached_answer (query, provider, answer, expires_at)
                        values (:query, :provider, :answer, now() + make_interval(secs => :seconds))
                        on conflict (query, provider)
                        do update set answer = excluded.answer, expires_at = excluded.expires_at
                        """)
                .param("query", key.query())
                .param("provider", key.provider())
                .param("answer", answer)
                .param("seconds", timeToLive.toMillis() / 1000.0)
                .update();
    }

    int deleteExpired() {
        return database.sql("delete from cached_answer where expires_at <= now()")
                .update();
    }
}
