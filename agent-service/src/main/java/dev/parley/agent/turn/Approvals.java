package dev.parley.agent.turn;

import dev.parley.agent.memory.ConversationData;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people are asked about the tool calls of turns, and what they say. */
@Repository
class Approvals implements ConversationData {
    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(ConversationId conversation, EffectId effect, String argumentsHash, Duration atMost) {
        jdbc.sql("""
                        insert into approval (turn_id, task, step, position, conversation_id, arguments_hash, expires_at)
                        values (:turn, :task, :step, :position, :conversation, :hash, now() + make_interval(secs => :seconds))
                        on conflict do nothing""")
                .param("turn", effect.turn().value())
                .param("task", effect.task().path())
                .param("step", effect.step())
                .param("position", effect.position())
                .param("conversation", conversation.value())
                .param("hash", argumentsHash)
                .param("seconds", atMost.toSeconds())
                .update();
    }

    Optional<Approval> of(EffectId effect) {
        return jdbc.sql("""
                        select arguments_hash, decision, comment,
                            cast(extract(epoch from expires_at - now()) * 1000 as bigint) as millis_left
                        from approval where turn_id = :turn and task = :task and step = :step and position = :position""")
                .param("turn", effect.turn().value())
                .param("task", effect.task().path())
                .param("step", effect.step())
                .param("position", effect.position())
                .query((row, _) -> approval(row))
                .optional();
    }

    /** The first decision in time counts; of what nobody was asked, there is none. @return whether it counted */
    boolean decide(EffectId effect, ConversationId conversation, Decision decision, @Nullable String comment) {
        return jdbc.sql("""
                        update approval set decision = :decision, comment = :comment, decided_at = now()
                        where turn_id = :turn and task = :task and step = :step and position = :position
                            and conversation_id = :conversation and decision is null and expires_at > now()""")
                        .param("decision", decision.name().toLowerCase(Locale.ROOT))
                        .param("comment", comment)
                        .param("turn", effect.turn().value())
                        .param("task", effect.task().path())
                        .param("step", effect.step())
                        .param("position", effect.position())
                        .param("conversation", conversation.value())
                        .update()
                == 1;
    }

    /** The turn is decided. */
    void close(TurnId turn) {
        jdbc.sql("delete from approval where turn_id = :turn")
                .param("turn", turn.value())
                .update();
    }

    @Override
    public void erase(ConversationId conversation) {
        jdbc.sql("delete from approval where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new Approval(
                row.getString("arguments_hash"),
                Duration.ofMillis(row.getLong("millis_left")),
                decision == null ? null : Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                row.getString("comment"));
    }
}
