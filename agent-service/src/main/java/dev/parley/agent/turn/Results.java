package dev.parley.agent.turn;

import dev.parley.agent.memory.ConversationData;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.WireJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What turns came to, as decided: the first decision stands. */
@Repository
class Results implements ConversationData {
    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TurnOutcome> find(TurnId turn) {
        return jdbc.sql("select failed, outcome from turn_result where turn_id = :turn")
                .param("turn", turn.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** @return false when the conversation is gone for good: then there is none */
    boolean add(TurnOutcome outcome) {
        return jdbc.sql("""
                        insert into turn_result (turn_id, conversation_id, attempt, failed, outcome)
                        select :turn, :conversation, :attempt, :failed, :outcome
                         where not exists (select from deleted_conversation where conversation_id = :conversation)""")
                        .param("turn", outcome.turnId().value())
                        .param("conversation", outcome.conversationId().value())
                        .param("attempt", outcome.attempt())
                        .param("failed", outcome instanceof TurnFailed)
                        .param("outcome", WireJson.write(outcome))
                        .update()
                == 1;
    }

    /** Forgets those that were decided longer ago, at most so many, and returns how many that were. */
    int forget(Duration age, int most) {
        return jdbc.sql("""
                        delete from turn_result where turn_id in (
                            select turn_id
                              from turn_result
                             where decided_at < now() - :age * interval '1 ms'
                             order by decided_at
                             limit :most)""").param("age", age.toMillis()).param("most", most).update();
    }

    @Override
    public void erase(ConversationId conversation) {
        jdbc.sql("delete from turn_result where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    static TurnOutcome read(ResultSet row) throws SQLException {
        byte[] json = row.getBytes("outcome");
        return row.getBoolean("failed")
                ? WireJson.read(json, TurnFailed.class)
                : WireJson.read(json, TurnCompleted.class);
    }
}
