package dev.parley.chat.access;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    /** In one statement for any number of them. A conversation that is not known here was not lost. */
    Map<Viewer, Loss> lost(List<Viewer> viewers) {
        Map<Viewer, Loss> lost = new HashMap<>();
        jdbc.sql("""
                        select v.conversation_id, v.principal_kind, v.principal_id, c.deleted
                        from unnest(cast(:conversations as uuid[]), cast(:kinds as text[]), cast(:principals as text[]))
                            as v (conversation_id, principal_kind, principal_id)
                        join conversation c on c.id = v.conversation_id
                        where c.deleted or not exists (
                            select from conversation_access a
                            where a.conversation_id = v.conversation_id
                                and a.principal_kind = v.principal_kind and a.principal_id = v.principal_id)""")
                .param(
                        "conversations",
                        texts(viewers, viewer -> viewer.conversation().toString()))
                .param(
                        "kinds",
                        texts(viewers, viewer -> viewer.principal().kind().name()))
                .param("principals", texts(viewers, viewer -> viewer.principal().id()))
                .query(row -> {
                    Loss why = row.getBoolean("deleted") ? Loss.CONVERSATION_DELETED : Loss.ACCESS_REVOKED;
                    lost.put(viewer(row), why);
                });
        return lost;
    }

    private static String[] texts(List<Viewer> viewers, Function<Viewer, String> value) {
        return viewers.stream().map(value).toArray(String[]::new);
    }

    private static Viewer viewer(ResultSet row) throws SQLException {
        return new Viewer(
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new Principal(Principal.Kind.valueOf(row.getString("principal_kind")), row.getString("principal_id")));
    }

    /**
     * Holds the conversation until the transaction ends: who else wants to, waits.
     *
     * @return false when it is deleted, or not known here
     */
    public boolean lock(ConversationId conversation) {
        // Not "for update": people may be let in meanwhile.
        return jdbc.sql("select not deleted from conversation where id = :conversation for no key update")
                .param("conversation", conversation.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
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
