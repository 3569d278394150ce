package dev.parley.chat.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The turns whose request the log has not confirmed, and those among them that are being taken back. That a turn is taken
 * back is decided in its row, once and for good: {@link Turns#markAcked} and this exclude each other.
 */
@Repository
class UnconfirmedTurns {
    record Withdrawn(TurnId turn, ConversationId conversation) {}

    private final JdbcClient jdbc;

    UnconfirmedTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Decides that a turn is taken back; its idempotency key is free again.
     *
     * @return false when it has been confirmed or taken back by others meanwhile
     */
    boolean withdraw(TurnId turn) {
        return jdbc.sql("""
                        update turn set withdrawal_due = now(), idempotency_key = null
                        where id = :id and not acked and withdrawal_due is null""").param("id", turn.value()).update() == 1;
    }

    /** Decides the same for those that nobody has confirmed for so long: whoever entered them is gone. */
    int withdrawAllOlderThan(Duration age, int limit) {
        return jdbc.sql("""
                        update turn set withdrawal_due = now(), idempotency_key = null
                        where not acked and withdrawal_due is null and id = any (array(
                            select id from turn
                            where status in ('queued', 'running') and not acked and withdrawal_due is null
                                and entered_at < now() - make_interval(secs => :age)
                            limit :limit for update skip locked))""").param("age", age.toSeconds()).param("limit", limit).update();
    }

    /** Takes some that are due, for so long: until then no other replica does the same. */
    List<Withdrawn> claim(Duration lease, int limit) {
        return jdbc.sql("""
                        update turn set withdrawal_due = now() + make_interval(secs => :lease)
                        where id = any (array(
                            select id from turn where withdrawal_due <= now()
                            order by withdrawal_due limit :limit for update skip locked))
                        returning id, conversation_id""")
                .param("lease", lease.toSeconds())
                .param("limit", limit)
                .query((row, number) -> new Withdrawn(
                        new TurnId(row.getObject("id", UUID.class)),
                        new ConversationId(row.getObject("conversation_id", UUID.class))))
                .list();
    }

    /** Deletes one whose withdrawal is on the log. */
    void forget(TurnId turn) {
        jdbc.sql("delete from turn where id = :id and withdrawal_due is not null")
                .param("id", turn.value())
                .update();
    }
}
