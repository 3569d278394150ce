package dev.parley.platform.idempotency;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of the last 24 hours with their answers, in PostgreSQL, whose clock counts for all replicas. */
final class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the key for the current transaction; false when another one has it. A process that dies takes its connection
     * along and frees the key; when its whole host vanishes, the time limit ends the transaction it left behind.
     */
    boolean take(String caller, String key) {
        return jdbc.sql("""
                        select pg_try_advisory_xact_lock(hashtextextended(:name, 0))
                          from set_config('idle_in_transaction_session_timeout', '30s', true)
                        """)
                .param("name", "idempotency " + caller + " " + key)
                .query(Boolean.class)
                .single();
    }

    Optional<StoredAnswer> find(String caller, String key) {
        return jdbc.sql("""
                        select request_hash, status, location, body
                          from platform.idempotency_key
                         where caller = :caller and key = :key and created_at > now() - make_interval(secs => :kept)
                        """)
                .param("caller", caller)
                .param("key", key)
                .param("kept", KEPT.toSeconds())
                .query((row, number) -> new StoredAnswer(
                        row.getString("request_hash"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getBytes("body")))
                .optional();
    }

    void store(String caller, String key, StoredAnswer answer) {
        jdbc.sql("""
                        insert into platform.idempotency_key (caller, key, request_hash, status, location, body)
                        values (:caller, :key, :hash, :status, :location, :body)
                        on conflict (caller, key) do update
                           set request_hash = excluded.request_hash, status = excluded.status,
                               location = excluded.location, body = excluded.body, created_at = now()
                        """)
                .param("caller", caller)
                .param("key", key)
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    /** All that somebody was answered. */
    void forget(String caller) {
        jdbc.sql("delete from platform.idempotency_key where caller = :caller")
                .param("caller", caller)
                .update();
    }

    /** How many were past their time. */
    int forgetOld() {
        return jdbc.sql("delete from platform.idempotency_key where created_at <= now() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds())
                .update();
    }
}
