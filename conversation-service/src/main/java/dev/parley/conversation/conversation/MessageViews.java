package dev.parley.conversation.conversation;

import dev.parley.contracts.conversation.MessageStatus;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.turn.Citation;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectReader;

/** All messages, for who reads them. */
@Repository
class MessageViews {
    /** A message, and its place in its conversation. */
    record Placed(long sequence, MessageView view) {}

    private static final ObjectReader TOOL_CALLS = WireJson.mapper().readerForListOf(ToolCallRecord.class);
    private static final ObjectReader CITATIONS = WireJson.mapper().readerForListOf(Citation.class);
    private static final ObjectReader USAGE = WireJson.mapper().readerFor(Usage.class);

    private final JdbcClient jdbc;

    MessageViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first, behind a place; empty when the conversation is not there, or somebody else's. */
    Optional<List<Placed>> oldestOf(Principal owner, UUID conversation, long after, int limit) {
        // A conversation without such messages is a row without a message.
        List<Optional<Placed>> rows = jdbc.sql("""
                        select m.id, m.sequence, m.role, m.content, m.status, m.turn_id, m.tool_calls, m.citations, m.usage,
                               m.model, m.created_at
                          from conversation c
                          left join lateral (select * from message where conversation_id = c.id and sequence > :after
                                              order by sequence limit :limit) m on true
                         where c.id = :conversation and c.owner_kind = :kind and c.owner_id = :owner
                         order by m.sequence""")
                .param("conversation", conversation)
                .param("kind", owner.kind().name())
                .param("owner", owner.id())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> placed(row))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<Placed> placed(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return id == null ? Optional.empty() : Optional.of(new Placed(row.getLong("sequence"), view(id, row)));
    }

    private static MessageView view(UUID id, ResultSet row) throws SQLException {
        return new MessageView(
                id,
                Columns.word(Role.class, row.getString("role")),
                row.getString("content"),
                Columns.word(MessageStatus.class, row.getString("status")),
                row.getObject("turn_id", UUID.class),
                TOOL_CALLS.readValue(row.getString("tool_calls")),
                CITATIONS.readValue(row.getString("citations")),
                usage(row.getString("usage")),
                row.getString("model"),
                Columns.instant(row, "created_at"));
    }

    private static @Nullable Usage usage(@Nullable String json) {
        return json == null ? null : USAGE.readValue(json);
    }
}
