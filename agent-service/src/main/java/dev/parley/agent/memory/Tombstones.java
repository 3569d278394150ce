package dev.parley.agent.memory;

import dev.parley.contracts.id.ConversationId;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Conversations that are gone for good. */
@Repository
class Tombstones {
    private final JdbcClient jdbc;

    Tombstones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing is remembered of these from now on. */
    void add(Collection<ConversationId> conversations) {
        lock(conversations);
        conversations.forEach(conversation -> jdbc.sql(
                        "insert into deleted_conversation (conversation_id) values (:conversation) on conflict do nothing")
                .param("conversation", conversation.value())
                .update());
    }

    boolean has(ConversationId conversation) {
        return jdbc.sql("select exists (select from deleted_conversation where conversation_id = :conversation)")
                .param("conversation", conversation.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Until the transaction ends, none of these gets a tombstone by another one, and nobody who is about to write of one without a
     * turn goes on: whoever comes first is seen by the other.
     */
    void lock(Collection<ConversationId> conversations) {
        conversations.stream()
                .map(ConversationId::toString)
                .distinct()
                .sorted()
                .forEach(id -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
                        .param("id", id)
                        .query((_, _) -> true)
                        .single());
    }
}
