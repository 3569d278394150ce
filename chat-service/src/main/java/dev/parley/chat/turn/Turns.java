package dev.parley.chat.turn;

import dev.parley.chat.person.PersonalData;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The turns that were accepted here or are about to be. */
@Repository
class Turns implements PersonalData {
    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the owner has used the idempotency key before, or is gone for good */
    boolean add(Turn turn) {
        return jdbc.sql("""
                        insert into turn (id, conversation_id, owner_kind, owner_id, user_message_id, message_id, model,
                            request, stream_partition, first_offset, idempotency_key, note, request_hash, created_at)
                        select :id, :conversation, :kind, :owner, :userMessage, :message, :model,
                            :request, :partition, :offset, :key, :note, :hash, :createdAt
                        where not exists (select from erased_person where id = :owner)
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
                        .param("note", turn.note())
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

    /** One that is being taken back is not there any more. */
    Optional<Turn> findNewestOpen(ConversationId conversation) {
        return jdbc.sql("""
                        select * from turn
                        where conversation_id = :conversation and status in ('queued', 'running')
                            and withdrawal_due is null
                        order by created_at desc, id desc limit 1""")
                .param("conversation", conversation.value())
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

    /** One that is being taken back goes when that is done. */
    @Override
    public void erase(Principal person) {
        jdbc.sql("delete from turn where owner_id = :id and owner_kind = :kind and withdrawal_due is null")
                .param("id", person.id())
                .param("kind", person.kind().name())
                .update();
    }

    /** Only one that has ended. */
    void deleteEnded(TurnId turn) {
        jdbc.sql("delete from turn where id = :id and status not in ('queued', 'running')")
                .param("id", turn.value())
                .update();
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

    boolean isDeleted(ConversationId conversation) {
        return jdbc.sql("select exists (select from conversation where id = :id and deleted)")
                .param("id", conversation.value())
                .query(Boolean.class)
                .single();
    }

    /** Whatever an agent says of turns, it has read their requests: that confirms them as well. */
    void markRunning(Collection<TurnStarted> started) {
        if (started.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update turn set status = 'running', attempt = s.attempt, model = s.model,
                            waiting_calls = case when turn.attempt < s.attempt then '{}' else turn.waiting_calls end,
                            acked = withdrawal_due is null
                        from unnest(cast(:ids as uuid[]), cast(:attempts as int[]), cast(:models as text[]))
                            as s (id, attempt, model)
                        where turn.id = s.id and turn.status in ('queued', 'running') and turn.attempt <= s.attempt""")
                .param("ids", column(started, TurnStarted::turnId))
                .param("attempts", column(started, TurnStarted::attempt))
                .param("models", column(started, TurnStarted::model))
                .update();
    }

    /** They wait for somebody: what has to have ended by some time may take as much longer. */
    void markPaused(Collection<TurnPaused> paused) {
        if (paused.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update turn set entered_at = p.until, waiting_calls = string_to_array(p.calls, ' ')
                        from unnest(cast(:ids as uuid[]), cast(:untils as timestamptz[]), cast(:attempts as int[]),
                            cast(:calls as text[])) as p (id, until, attempt, calls)
                        where turn.id = p.id and turn.status in ('queued', 'running') and turn.attempt <= p.attempt""")
                .param("ids", column(paused, TurnPaused::turnId))
                .param("untils", column(paused, TurnPaused::until))
                .param("attempts", column(paused, TurnPaused::attempt))
                .param("calls", column(paused, pause -> String.join(" ", pause.toolCallIds())))
                .update();
    }

    /** Whether somebody is asked about this call now. */
    boolean waitsFor(TurnId turn, String toolCallId) {
        return jdbc.sql("select :call = any (waiting_calls) from turn where id = :id")
                .param("id", turn.value())
                .param("call", toolCallId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
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
    void markEnded(Collection<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update turn set status = o.status, attempt = o.attempt, error_code = o.error, model = o.model,
                            finished_at = o.at, outcome_partition = o.partition, outcome_offset = o.place,
                            acked = withdrawal_due is null
                        from unnest(cast(:ids as uuid[]), cast(:statuses as text[]), cast(:attempts as int[]),
                            cast(:errors as text[]), cast(:models as text[]), cast(:times as timestamptz[]),
                            cast(:partitions as int[]), cast(:offsets as bigint[]))
                            as o (id, status, attempt, error, model, at, partition, place)
                        where turn.id = o.id and turn.outcome_partition is null""")
                .param("ids", column(outcomes, Outcome::turn))
                .param(
                        "statuses",
                        column(outcomes, outcome -> outcome.end().status().column()))
                .param("attempts", column(outcomes, outcome -> outcome.end().attempt()))
                .param("errors", column(outcomes, outcome -> outcome.end().errorCode()))
                .param("models", column(outcomes, Outcome::model))
                .param("times", column(outcomes, Outcome::at))
                .param("partitions", column(outcomes, outcome -> outcome.place().partition()))
                .param("offsets", column(outcomes, outcome -> outcome.place().offset()))
                .update();
    }

    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(row -> Objects.toString(value.apply(row), null))
                .toArray(String[]::new);
    }

    /** @return how many of those that ended so long ago are gone now, at most the limit */
    int deleteEnded(Duration ago, int limit) {
        return jdbc.sql("""
                        delete from turn where id = any (array(
                            select id from turn where finished_at < now() - make_interval(secs => :ago)
                            order by finished_at limit :limit for update skip locked))""").param("ago", ago.toSeconds()).param("limit", limit).update();
    }
}
