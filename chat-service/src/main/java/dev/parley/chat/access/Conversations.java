package dev.parley.chat.access;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The conversations that are known here, with those who may use them. */
@Repository
public class Conversations {
    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Standing standing(ConversationId conversation, Principal principal) {
        Optional<Boolean> found = jdbc.sql("""
                        select not c.deleted and exists (
                            select from conversation_access a
                            where a.conversation_id = c.id and a.principal_kind = :kind and a.principal_id = :principal)
                        from conversation c where c.id = :conversation""")
                .param("conversation", conversation.value())
                .param("kind", principal.kind().name())
                .param("principal", principal.id())
                .query((row, number) -> row.getBoolean(1))
                .optional();
        return found.map(allowed -> allowed ? Standing.ALLOWED : Standing.DENIED)
                .orElse(Standing.UNKNOWN);
    }

    /** A conversation begins here, before conversation-service has heard of it. */
    public void begin(ConversationId conversation, Principal owner) {
        jdbc.sql("""
                        with begun as (insert into conversation (id, version) values (:conversation, 0) returning id)
                        insert into conversation_access (conversation_id, principal_kind, principal_id)
                        select id, :kind, :principal from begun""")
                .param("conversation", conversation.value())
                .param("kind", owner.kind().name())
                .param("principal", owner.id())
                .update();
    }

    /** Takes over what conversation-service says, unless something newer is known. */
    @Transactional
    public void apply(ConversationId conversation, KnownAccess access) {
        int newer = jdbc.sql("""
                        insert into conversation (id, version) values (:conversation, :version)
                        on conflict (id) do update set version = excluded.version
                        where conversation.version < excluded.version and not conversation.deleted""")
                .param("conversation", conversation.value())
                .param("version", access.version())
                .update();
        if (newer == 0) {
            return;
        }
        jdbc.sql("delete from conversation_access where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
        access.principals().forEach(principal -> allow(conversation, principal));
    }

    /** For good: nothing that is said of it later brings it back. */
    @Transactional
    public void delete(ConversationId conversation) {
        jdbc.sql("""
                        insert into conversation (id, version, deleted) values (:conversation, 0, true)
                        on conflict (id) do update set deleted = true""").param("conversation", conversation.value()).update();
        jdbc.sql("delete from conversation_access where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
        jdbc.sql("delete from turn where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    private void allow(ConversationId conversation, Principal principal) {
        jdbc.sql("""
                        insert into conversation_access (conversation_id, principal_kind, principal_id)
                        values (:conversation, :kind, :principal) on conflict do nothing""")
                .param("conversation", conversation.value())
                .param("kind", principal.kind().name())
                .param("principal", principal.id())
                .update();
    }
}
