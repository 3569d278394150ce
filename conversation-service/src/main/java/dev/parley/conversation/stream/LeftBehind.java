package dev.parley.conversation.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the outbox that were not published in their time. */
@Repository
class LeftBehind {
    /** As much of a row as is needed to look for it. */
    record Row(UUID id, String topic, String key, Instant createdAt) {}

    private final JdbcClient jdbc;

    LeftBehind(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first so many that are older, in their order. */
    List<Row> olderThan(Duration age, int limit) {
        return jdbc.sql("""
                        select id, topic, key, created_at from outbox
                         where refused_at is null and created_at < now() - make_interval(secs => :age)
                         order by position limit :limit""")
                .param("age", age.toMillis() / 1000.0)
                .param("limit", limit)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Those of these that are still there. */
    List<UUID> stillThere(Collection<UUID> ids) {
        return jdbc.sql("select id from outbox where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whether this transaction is the only one that publishes what was left behind; false when another one does. */
    boolean isMine() {
        return jdbc.sql("select id from outbox_reconciliation for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those of these that are still there, in their order; until this transaction ends, nobody withdraws them. */
    List<OutboxRow> lock(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, topic, key, type, payload, traceparent from outbox
                         where id = any (:ids) and refused_at is null order by position for update""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> OutboxRow.read(row))
                .list();
    }

    /** Writes something that the reader of the write-ahead log will see. */
    void nudge() {
        jdbc.sql("""
                        insert into outbox_heartbeat (id, beat_at) values (1, now())
                        on conflict (id) do update set beat_at = excluded.beat_at""").update();
    }
}
