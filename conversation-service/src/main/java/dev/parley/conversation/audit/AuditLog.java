package dev.parley.conversation.audit;

import dev.parley.contracts.audit.ActionAudited;
import dev.parley.contracts.id.AuditId;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.stream.Outbox;
import dev.parley.platform.time.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what security depends on, in the transaction that does it where there is one. */
@Repository
public class AuditLog {
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final IdSource ids;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Outbox outbox, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void add(AuditEntry entry) {
        UUID id = ids.next();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into audit (id, at, actor, action, outcome, target, detail, address)
                        values (:id, :at, :actor, :action, :outcome, :target, :detail, :address)""")
                .param("id", id)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("outcome", entry.outcome().name().toLowerCase(Locale.ROOT))
                .param("target", entry.target())
                .param("detail", entry.detail())
                .param("address", entry.address())
                .update();
        outbox.add(
                Topic.AUDIT_EVENTS,
                entry.actor(),
                new ActionAudited(
                        new AuditId(id),
                        entry.actor(),
                        entry.action(),
                        entry.outcome(),
                        entry.target(),
                        entry.detail(),
                        now));
    }
}
