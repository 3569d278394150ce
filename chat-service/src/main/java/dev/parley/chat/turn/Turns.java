package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The turns that were accepted here or are about to be. */
@Repository
class Turns {
    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the owner has used the idempotency key before */
    boolean add(Turn turn) {
        return jdbc.sql("""
                        insert into turn (id, conversation_id, owner_kind, owner_id, user_message_id, message_id, model,
                            request, stream_partition, first_offset, idempotency_key, request_hash, created_at)
                        values (:id, :conversation, :kind, :owner, :userMessage, :message, :model,
                            :request, :partition, :offset, :key, :hash, :createdAt)
                        on conflict (owner_kind, owner_id, idempotency_key) where idempotency_key is not null
                        do nothing""")
                        .param("id", turn.id().value())
                        .param("conversation", turn.conversation().value())
                        .param("kind", turn.owner().kind().name())
                        .param("owner", turn.owner().id())
                        .param("userMessage", turn.userMessage().value())
                        .param("message", turn.message().value())
                        .param("model", turn.model())
                        .param("request", turn.request())
                        .param("partition", turn.place().partition())
                        .param("offset", turn.place().firstOffset())
                        .param("key", turn.idempotencyKey())
                        .param("hash", turn.requestHash())
                        .param("createdAt", Timestamp.from(turn.createdAt()))
                        .update()
                == 1;
    }

    /** @return false when the turn was withdrawn meanwhile */
    boolean markAcked(TurnId turn) {
        return jdbc.sql("update turn set acked = true where id = :id")
                        .param("id", turn.value())
                        .update()
                == 1;
    }

    /**
     * Takes back a turn whose request may not be on the log; its idempotency key is free again.
     *
     * @return false when a repeat of it has been confirmed meanwhile: then it stays
     */
    boolean withdraw(TurnId turn) {
        return jdbc.sql("delete from turn where id = :id and not acked")
                        .param("id", turn.value())
                        .update()
                == 1;
    }

    Optional<Turn> find(TurnId turn) {
        return jdbc.sql("select * from turn where id = :id")
                .param("id", turn.value())
                .query(TurnRow::read)
                .optional();
    }

    Optional<Turn> findByKey(Principal owner, String idempotencyKey) {
        return jdbc.sql("select * from turn where owner_kind = :kind and owner_id = :owner and idempotency_key = :key")
                .param("kind", owner.kind().name())
                .param("owner", owner.id())
                .param("key", idempotencyKey)
                .query(TurnRow::read)
                .optional();
    }

    /** Lets the key of an old turn be used anew. */
    void forgetKey(TurnId turn) {
        jdbc.sql("update turn set idempotency_key = null where id = :id")
                .param("id", turn.value())
                .update();
    }

    /** How many turns of a conversation have been accepted and have not ended. */
    int countOpen(ConversationId conversation) {
        return jdbc.sql(
                        "select count(*) from turn where conversation_id = :id and acked and status in ('queued', 'running')")
                .param("id", conversation.value())
                .query(Integer.class)
                .single();
    }

    void markRunning(TurnId turn, int attempt, String model) {
        jdbc.sql("""
                        update turn set status = 'running', attempt = :attempt, model = :model
                        where id = :id and status in ('queued', 'running') and attempt <= :attempt""")
                .param("id", turn.value())
                .param("attempt", attempt)
                .param("model", model)
                .update();
    }

    /** The first end counts; a repeat changes nothing. */
    void markEnded(
            TurnId turn, TurnStatus end, int attempt, @Nullable String errorCode, OutcomePlace place, Instant at) {
        jdbc.sql("""
                        update turn set status = :status, attempt = :attempt, error_code = :error, finished_at = :at,
                            outcome_partition = :partition, outcome_offset = :offset
                        where id = :id and status in ('queued', 'running')""")
                .param("id", turn.value())
                .param("status", end.column())
                .param("attempt", attempt)
                .param("error", errorCode)
                .param("at", Timestamp.from(at))
                .param("partition", place.partition())
                .param("offset", place.offset())
                .update();
    }
}
