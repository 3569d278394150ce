package dev.parley.conversation.conversation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All conversations. */
interface Conversations extends Repository<Conversation, UUID> {
    /** Takes the row's lock for the rest of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Conversation c where c.id = :id")
    Optional<Conversation> findAndLock(UUID id);

    @Query("select c from Conversation c where c.id = :id and c.ownerKind = :ownerKind and c.ownerId = :ownerId")
    Optional<Conversation> findOwned(UUID id, String ownerKind, String ownerId);

    Optional<Conversation> findById(UUID id);

    @Query("""
            select c from Conversation c where c.ownerKind = :ownerKind and c.ownerId = :ownerId
            order by c.createdAt desc, c.id desc""")
    List<Conversation> newestOf(String ownerKind, String ownerId, Limit limit);

    /** What follows a place of {@link #newestOf}. */
    @Query("""
            select c from Conversation c where c.ownerKind = :ownerKind and c.ownerId = :ownerId
            and (c.createdAt, c.id) < (:createdAt, :id) order by c.createdAt desc, c.id desc""")
    List<Conversation> newestOf(String ownerKind, String ownerId, Instant createdAt, UUID id, Limit limit);

    /** Makes the row of a conversation, unless it is there or was deleted. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into conversation (id, owner_kind, owner_id, workspace_id, channel, created_at, updated_at)
            select :id, :ownerKind, :ownerId, cast(:workspace as uuid), :channel, :at, :at
            where not exists (select from tombstone where conversation_id = :id)
            on conflict (id) do nothing""")
    int begin(UUID id, String ownerKind, String ownerId, @Nullable UUID workspace, String channel, Instant at);

    /** Whether it is there, whoever owns it, or was. */
    @Query(nativeQuery = true, value = """
            select exists (select from conversation where id = :id)
                or exists (select from tombstone where conversation_id = :id)""")
    boolean isKnown(UUID id);

    @Query(nativeQuery = true, value = "select exists (select from tombstone where conversation_id = :id)")
    boolean isBuried(UUID id);

    @Modifying
    @Query(
            nativeQuery = true,
            value = "insert into tombstone (conversation_id, deleted_at) values (:id, :at) on conflict do nothing")
    int bury(UUID id, Instant at);

    @Modifying
    @Query("delete from Conversation c where c.id = :id")
    int remove(UUID id);
}
