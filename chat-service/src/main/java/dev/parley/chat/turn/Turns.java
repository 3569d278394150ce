package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** @return false when the turn was taken back meanwhile */
    boolean markAcked(TurnId turn) {
        return jdbc.sql("update turn set acked = true where id = :id and withdrawal_due is null")
                        .param("id", turn.value())
                        .update()
                == 1;
    }

    /** One that is being taken back is not there any more. */
    Optional<Turn> find(TurnId turn) {
        return jdbc.sql("select * from turn where id = :id and withdrawal_due is null")
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

    /** How many other turns of its conversation have not ended, accepted or about to be. */
    int countOthersOpen(Turn turn) {
        return jdbc.sql("""
                        select count(*) from turn
                        where conversation_id = :conversation and id <> :id
                            and status in ('queued', 'running') and withdrawal_due is null""")
                .param("conversation", turn.conversation().value())
                .param("id", turn.id().value())
                .query(Integer.class)
                .single();
    }

    /** Whatever an agent says of a turn, it has read its request: that confirms it as well. */
    void markRunning(TurnId turn, int attempt, String model) {
        jdbc.sql("""
                        update turn set status = 'running', attempt = :attempt, model = :model,
                            acked = withdrawal_due is null
                        where id = :id and status in ('queued', 'running') and attempt <= :attempt""")
                .param("id", turn.value())
                .param("attempt", attempt)
                .param("model", model)
                .update();
    }

    /** For one of whose outcome nothing is known here yet. */
    void markEnded(TurnId turn, TurnEnd end) {
        jdbc.sql("""
                        update turn set status = :status, attempt = :attempt, error_code = :error, finished_at = now(),
                            acked = withdrawal_due is null
                        where id = :id and status in ('queued', 'running')""")
                .param("id", turn.value())
                .param("status", end.status().column())
                .param("attempt", end.attempt())
                .param("error", end.errorCode())
                .update();
    }

    /** What the first outcome says replaces what was noted of the end before; a repeat changes nothing. */
    void markEnded(TurnId turn, TurnEnd end, String model, OutcomePlace place, Instant at) {
        jdbc.sql("""
                        update turn set status = :status, attempt = :attempt, error_code = :error, model = :model,
                            finished_at = :at, outcome_partition = :partition, outcome_offset = :offset,
                            acked = withdrawal_due is null
                        where id = :id and outcome_partition is null""")
                .param("id", turn.value())
                .param("status", end.status().column())
                .param("attempt", end.attempt())
                .param("error", end.errorCode())
                .param("model", model)
                .param("at", Timestamp.from(at))
                .param("partition", place.partition())
                .param("offset", place.offset())
                .update();
    }

    /** @return how many of those that ended so long ago are gone now, at most the limit */
    int deleteEnded(Duration ago, int limit) {
        return jdbc.sql("""
                        delete from turn where id = any (array(
                            select id from turn where finished_at < now() - make_interval(secs => :ago)
                            order by finished_at limit :limit for update skip locked))""").param("ago", ago.toSeconds()).param("limit", limit).update();
    }
}
