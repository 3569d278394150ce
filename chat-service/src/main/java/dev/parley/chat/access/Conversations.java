package dev.parley.chat.access;

import dev.parley.chat.person.PersonalData;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The conversations that are known here, with those who may use them. */
@Repository
@AcrossTenants("who is let in, and who no longer, is told of all at once")
public class Conversations implements PersonalData {
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
        try (TenantScope _ = TenantScope.everyone()) {
            return find(viewers);
        }
    }

    private Map<Viewer, Loss> find(List<Viewer> viewers) {
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

    private static <T> String[] texts(Collection<T> all, Function<T, String> value) {
        return all.stream().map(value).toArray(String[]::new);
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

    /**
     * Takes over what conversation-service says, unless something newer is known. Statements one after the other, for any
     * number of them: each sees what was committed before it had the rows.
     */
    @Transactional
    public void apply(Map<ConversationId, KnownAccess> said) {
        try (TenantScope _ = TenantScope.everyone()) {
            take(said);
        }
    }

    private void take(Map<ConversationId, KnownAccess> said) {
        Set<ConversationId> newer = takeVersions(said);
        if (newer.isEmpty()) {
            return;
        }
        jdbc.sql("delete from conversation_access where conversation_id = any (cast(:conversations as uuid[]))")
                .param("conversations", texts(newer, ConversationId::toString))
                .update();
        allow(said.entrySet().stream()
                .filter(access -> newer.contains(access.getKey()))
                .flatMap(access -> access.getValue().principals().stream()
                        .map(principal -> new Viewer(access.getKey(), principal)))
                .toList());
    }

    private Set<ConversationId> takeVersions(Map<ConversationId, KnownAccess> said) {
        List<Map.Entry<ConversationId, KnownAccess>> all = List.copyOf(said.entrySet());
        return jdbc.sql("""
                        insert into conversation (id, version)
                        select * from unnest(cast(:ids as uuid[]), cast(:versions as bigint[])) as said (id, version)
                        order by id
                        on conflict (id) do update set version = excluded.version
                        where conversation.version < excluded.version and not conversation.deleted
                        returning id""")
                .param("ids", texts(all, access -> access.getKey().toString()))
                .param(
                        "versions",
                        all.stream().map(access -> access.getValue().version()).toArray(Long[]::new))
                .query((row, _) -> new ConversationId(row.getObject("id", UUID.class)))
                .set();
    }

    private void allow(List<Viewer> viewers) {
        jdbc.sql("""
                        insert into conversation_access (conversation_id, principal_kind, principal_id)
                        select * from unnest(cast(:conversations as uuid[]), cast(:kinds as text[]), cast(:principals as text[]))
                        on conflict do nothing""")
                .param(
                        "conversations",
                        texts(viewers, viewer -> viewer.conversation().toString()))
                .param(
                        "kinds",
                        texts(viewers, viewer -> viewer.principal().kind().name()))
                .param("principals", texts(viewers, viewer -> viewer.principal().id()))
                .update();
    }

    /** Whose conversations these were is not known any more; that they are gone, each is told by itself. */
    @Override
    public void erase(Principal person) {
        jdbc.sql("delete from conversation_access where principal_id = :id and principal_kind = :kind")
                .param("id", person.id())
                .param("kind", person.kind().name())
                .update();
    }

    /** For good: nothing that is said of it later brings it back. */
    @Transactional
    public void delete(ConversationId conversation) {
        try (TenantScope _ = TenantScope.everyone()) {
            forget(conversation);
        }
    }

    private void forget(ConversationId conversation) {
        jdbc.sql("""
                        insert into conversation (id, version, deleted) values (:conversation, 0, true)
                        on conflict (id) do update set deleted = true""").param("conversation", conversation.value()).update();
        jdbc.sql("delete from conversation_access where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
        jdbc.sql("delete from turn where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
        jdbc.sql("delete from ui_chat where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }
}
