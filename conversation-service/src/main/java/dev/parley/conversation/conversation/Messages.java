package dev.parley.conversation.conversation;

import dev.parley.platform.messaging.WireJson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All messages. */
@Repository
class Messages {
    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these that are there already. */
    Set<UUID> stored(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select id from message where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    void add(List<Message> messages) {
        jdbc.sql("""
                        insert into message (id, conversation_id, sequence, turn_id, role, author_kind, author_id, content,
                                             status, channel, tool_calls, citations, usage, model, created_at, tenant)
                        select m.*, lower(c.owner_kind) || ':' || c.owner_id
                          from unnest(
                            cast(:ids as uuid[]), cast(:conversations as uuid[]), cast(:sequences as bigint[]),
                            cast(:turns as uuid[]), cast(:roles as text[]), cast(:author_kinds as text[]),
                            cast(:author_ids as text[]), cast(:contents as text[]), cast(:statuses as text[]),
                            cast(:channels as text[]), cast(:tool_calls as jsonb[]), cast(:citations as jsonb[]),
                            cast(:usages as jsonb[]), cast(:models as text[]), cast(:times as timestamptz[]))
                               as m (id, conversation, sequence, turn, role, author_kind, author_id, content, status, channel,
                                     tool_calls, citations, usage, model, created_at)
                          join conversation c on c.id = m.conversation""")
                .param("conversations", Columns.texts(messages, Message::conversationId))
                .param("sequences", Columns.texts(messages, Message::sequence))
                .param("ids", texts(messages, Draft::id))
                .param("turns", texts(messages, Draft::turnId))
                .param("roles", texts(messages, draft -> Columns.word(draft.role())))
                .param(
                        "author_kinds",
                        texts(messages, draft -> Columns.word(draft.author().kind())))
                .param("author_ids", texts(messages, draft -> draft.author().id()))
                .param("contents", texts(messages, Draft::content))
                .param("statuses", texts(messages, draft -> Columns.word(draft.status())))
                .param("channels", texts(messages, Draft::channel))
                .param("tool_calls", texts(messages, draft -> json(draft.toolCalls())))
                .param("citations", texts(messages, draft -> json(draft.citations())))
                .param("usages", texts(messages, draft -> json(draft.usage())))
                .param("models", texts(messages, Draft::model))
                .param("times", texts(messages, Draft::createdAt))
                .update();
    }

    private static @Nullable String[] texts(List<Message> messages, Function<Draft, @Nullable Object> value) {
        return Columns.texts(messages, message -> value.apply(message.draft()));
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : WireJson.mapper().writeValueAsString(value);
    }
}
