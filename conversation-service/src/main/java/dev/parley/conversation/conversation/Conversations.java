package dev.parley.conversation.conversation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The conversations of the transaction's tenants, for who changes them. Rows are made and locked in the order of their ids, by everybody: so none waits for
 * others in a ring.
 */
@Repository
class Conversations {
    private final JdbcClient jdbc;

    Conversations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the rows of those that are not there and were not deleted, nor was their owner erased. */
    void begin(Collection<Origin> origins) {
        jdbc.sql("""
                        insert into conversation (id, owner_kind, owner_id, workspace_id, channel, created_at, updated_at)
                        select id, kind, owner, workspace, channel, at, at
                          from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:owners as text[]),
                                      cast(:workspaces as uuid[]), cast(:channels as text[]), cast(:times as timestamptz[]))
                               as origin (id, kind, owner, workspace, channel, at)
                         where not exists (select from tombstone where conversation_id = origin.id)
                           and not exists (select from erased_user where user_id = owner)
                         order by id
                        on conflict (id) do nothing""")
                .param("ids", Columns.texts(origins, Origin::id))
                .param("kinds", Columns.texts(origins, origin -> origin.owner().kind()))
                .param("owners", Columns.texts(origins, origin -> origin.owner().id()))
                .param("workspaces", Columns.texts(origins, Origin::workspace))
                .param("channels", Columns.texts(origins, Origin::channel))
                .param("times", Columns.texts(origins, Origin::at))
                .update();
    }

    /**
     * Takes the rows' locks for the rest of the transaction. Looks for tombstones once more: a deletion may have come while a
     * row was being made, and only what is read under the lock counts.
     */
    List<Conversation> lock(Collection<UUID> ids) {
        return jdbc.sql("""
                        select * from conversation
                         where id = any (:ids) and not exists (select from tombstone where conversation_id = id)
                         order by id for update of conversation""")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> Conversation.read(row))
                .list();
    }

    Optional<Conversation> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** Takes away rows that were made anew because the deletion that was under way could not be seen yet. */
    void dropDeleted(Collection<UUID> ids) {
        jdbc.sql("""
                        delete from conversation using tombstone
                         where id = any (:ids) and conversation_id = id""").param("ids", ids.toArray(UUID[]::new)).update();
    }

    /**
     * Buries those of people who were erased, before they have begun.
     *
     * @return those that were not buried before: whoever has something of them has not heard that they are gone
     */
    List<Origin> buryOfErased(Collection<Origin> origins) {
        Set<UUID> buried = jdbc.sql("""
                        insert into tombstone (conversation_id)
                        select id from unnest(cast(:ids as uuid[]), cast(:owners as text[])) as origin (id, owner)
                          join erased_user on user_id = owner
                         where not exists (select from conversation where conversation.id = origin.id)
                         order by id
                        on conflict do nothing
                        returning conversation_id""")
                .param("ids", Columns.texts(origins, Origin::id))
                .param("owners", Columns.texts(origins, origin -> origin.owner().id()))
                .query((row, _) -> row.getObject("conversation_id", UUID.class))
                .set();
        return origins.stream().filter(origin -> buried.contains(origin.id())).toList();
    }

    /** Keeps what messages have changed. */
    void saveAppended(Collection<Conversation> changed) {
        jdbc.sql("""
                        update conversation
                           set title = new.title, message_count = new.message_count, last_message_preview = new.preview,
                               last_seq = new.last_seq, access_version = new.access_version, updated_at = new.updated_at
                          from unnest(cast(:ids as uuid[]), cast(:titles as text[]), cast(:counts as int[]),
                                      cast(:previews as text[]), cast(:sequences as bigint[]), cast(:versions as bigint[]),
                                      cast(:times as timestamptz[]))
                               as new (id, title, message_count, preview, last_seq, access_version, updated_at)
                         where conversation.id = new.id""")
                .param("ids", Columns.texts(changed, Conversation::id))
                .param("titles", Columns.texts(changed, Conversation::title))
                .param("counts", Columns.texts(changed, Conversation::messageCount))
                .param("previews", Columns.texts(changed, Conversation::lastMessagePreview))
                .param("sequences", Columns.texts(changed, Conversation::lastSequence))
                .param("versions", Columns.texts(changed, Conversation::accessVersion))
                .param("times", Columns.texts(changed, Conversation::updatedAt))
                .update();
    }

    /** Keeps what its owner has changed. */
    void saveDescribed(Conversation changed) {
        jdbc.sql("""
                        update conversation
                           set title = :title, tags = :tags, last_seq = :sequence, updated_at = :at where id = :id""")
                .param("id", changed.id())
                .param("title", changed.title())
                .param("tags", changed.tags().toArray(String[]::new))
                .param("sequence", changed.lastSequence())
                .param("at", changed.updatedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it is there, whoever owns it, or was. */
    boolean isKnown(UUID id) {
        return !known(Set.of(id), true).isEmpty();
    }

    /** Those of these that are there, whoever owns them. */
    Set<UUID> known(Collection<UUID> ids) {
        return known(ids, false);
    }

    private Set<UUID> known(Collection<UUID> ids, boolean orGone) {
        return jdbc.sql("select conversations_known(:ids, :gone)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("gone", orGone)
                .query((row, _) -> row.getObject(1, UUID.class))
                .set();
    }

    /** For good, with its messages. */
    void bury(UUID id, Instant at) {
        jdbc.sql("insert into tombstone (conversation_id, deleted_at) values (:id, :at) on conflict do nothing")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from conversation where id = :id").param("id", id).update();
    }
}
