package dev.parley.conversation.identity;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations that people have had, put into the tables as they are stored. */
final class Said {
    private final JdbcClient jdbc;

    Said(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param text what each message begins with; the rest is at random */
    UUID conversation(UUID owner, int messages, String text) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into conversation (id, owner_kind, owner_id, channel, title, message_count, last_seq, access_version,
                                                  created_at, updated_at)
                        values (:id, 'USER', :owner, 'web', :text, :count, :count + 2, 1, now(), now())""")
                .param("id", id)
                .param("owner", owner.toString())
                .param("text", text)
                .param("count", messages)
                .update();
        add(id, 1, messages, text);
        return id;
    }

    /** Messages from one place to another. */
    void add(UUID conversation, int from, int to, String text) {
        jdbc.sql("""
                        insert into message (id, conversation_id, sequence, role, author_kind, content, status, channel, created_at,
                                             tenant)
                        select gen_random_uuid(), :conversation, place + 2, 'user', 'human',
                               :text || ' ' || place || ' ' || gen_random_uuid(), 'completed', 'web', now(),
                               (select 'user:' || owner_id from conversation where id = :conversation)
                          from generate_series(:from, :to) as place""")
                .param("conversation", conversation)
                .param("text", text)
                .param("from", from)
                .param("to", to)
                .update();
    }

    long conversationsOf(UUID owner) {
        return jdbc.sql("select count(*) from conversation where owner_id = :owner")
                .param("owner", owner.toString())
                .query(Long.class)
                .single();
    }
}
