package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All conversations, for who reads them: one statement each, without a transaction. */
@Repository
class ConversationViews {
    private static final String SELECT = """
            select id, title, channel, tags, message_count, last_message_preview, created_at, updated_at
              from conversation where owner_kind = :kind and owner_id = :owner
            """;
    private static final String NEWEST_FIRST = " order by created_at desc, id desc limit :limit";

    private final JdbcClient jdbc;

    ConversationViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ConversationView> newestOf(Principal owner, int limit) {
        return of(owner, SELECT + NEWEST_FIRST)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    /** What follows a place of {@link #newestOf}. */
    List<ConversationView> newestOf(Principal owner, Instant createdAt, UUID id, int limit) {
        return of(owner, SELECT + "and (created_at, id) < (:createdAt, :id)" + NEWEST_FIRST)
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    Optional<ConversationView> find(Principal owner, UUID id) {
        return of(owner, SELECT + "and id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    /** How many somebody has, and messages in them. */
    long count(Principal owner) {
        return of(owner, """
                        select count(*) + coalesce(sum(message_count), 0)
                          from conversation where owner_kind = :kind and owner_id = :owner""").query(Long.class).single();
    }

    /** Who may use one, whoever asks. */
    Optional<AccessView> access(UUID id) {
        return jdbc.sql("select access_version, owner_kind, owner_id from conversation_access(:id)")
                .param("id", id)
                .query((row, _) -> new AccessView(row.getLong("access_version"), List.of(Columns.owner(row))))
                .optional();
    }

    private JdbcClient.StatementSpec of(Principal owner, String sql) {
        return jdbc.sql(sql).param("kind", owner.kind().name()).param("owner", owner.id());
    }

    private static ConversationView view(ResultSet row) throws SQLException {
        return new ConversationView(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("channel"),
                Columns.list(row, "tags"),
                row.getInt("message_count"),
                row.getString("last_message_preview"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
