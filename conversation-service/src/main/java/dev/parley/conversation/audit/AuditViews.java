package dev.parley.conversation.audit;

import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit log, for who reads it: newest first. */
@Repository
public class AuditViews {
    /** Behind which everything comes. */
    private static final Cursor BEGIN = Cursor.of(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    AuditViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<AuditView> find(AuditFilter wanted, @Nullable Cursor cursor, Limit limit) {
        Cursor after = cursor == null ? BEGIN : cursor;
        List<AuditView> found = jdbc.sql("""
                        select * from audit
                         where (at, id) < (:at, :id)
                           and (cast(:actor as text) is null or actor = :actor)
                           and (cast(:action as text) is null or action = :action)
                           and (cast(:target as text) is null or target = :target)
                         order by at desc, id desc limit :limit""")
                .param("at", after.instant(0).atOffset(ZoneOffset.UTC))
                .param("id", after.uuid(1))
                .param("actor", wanted.actor())
                .param("action", wanted.action())
                .param("target", wanted.target())
                .param("limit", limit.plusOne())
                .query((row, _) -> AuditView.read(row))
                .list();
        return Page.of(found, limit, last -> Cursor.of(last.at(), last.id()));
    }
}
