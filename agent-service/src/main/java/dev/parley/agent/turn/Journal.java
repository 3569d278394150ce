package dev.parley.agent.turn;

import dev.parley.agent.memory.ConversationData;
import dev.parley.agent.model.ModelReply;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.platform.messaging.WireJson;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a turn has done so far, so that another attempt asks only for what is missing. */
@Repository
class Journal implements ConversationData {
    private final JdbcClient jdbc;

    Journal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<JournaledReply> reply(TurnId turn, int step) {
        return jdbc.sql("select reply, model, exposed from turn_step where turn_id = :turn and step = :step")
                .param("turn", turn.value())
                .param("step", step)
                .query((row, number) -> new JournaledReply(
                        WireJson.read(row.getBytes("reply"), ModelReply.class),
                        row.getString("model"),
                        row.getBoolean("exposed")))
                .optional();
    }

    void recordReply(ConversationId conversation, TurnId turn, int step, JournaledReply journaled) {
        jdbc.sql("""
                        with older as (delete from turn_remains where turn_id = :turn)
                        insert into turn_step (turn_id, step, conversation_id, reply, model, exposed)
                        values (:turn, :step, :conversation, :reply, :model, :exposed)""")
                .param("turn", turn.value())
                .param("step", step)
                .param("conversation", conversation.value())
                .param("reply", WireJson.write(journaled.reply()))
                .param("model", journaled.model())
                .param("exposed", journaled.exposed())
                .update();
    }

    /** A call that was started, with its outcome when it has one; empty when it was never started. */
    Optional<JournaledCall> call(EffectId effect) {
        return jdbc.sql("""
                        select outcome from turn_call where turn_id = :turn and step = :step and position = :position""")
                .param("turn", effect.turn().value())
                .param("step", effect.step())
                .param("position", effect.position())
                .query((row, number) -> JournaledCall.of(row.getBytes("outcome")))
                .optional();
    }

    void recordStart(ConversationId conversation, EffectId effect) {
        jdbc.sql("""
                        insert into turn_call (turn_id, step, position, conversation_id)
                        values (:turn, :step, :position, :conversation) on conflict do nothing""")
                .param("turn", effect.turn().value())
                .param("step", effect.step())
                .param("position", effect.position())
                .param("conversation", conversation.value())
                .update();
    }

    void recordOutcome(EffectId effect, ToolCallRecord outcome) {
        jdbc.sql("""
                        update turn_call set outcome = :outcome, duration_ms = :duration
                        where turn_id = :turn and step = :step and position = :position""")
                .param("outcome", WireJson.write(outcome))
                .param("duration", outcome.durationMs())
                .param("turn", effect.turn().value())
                .param("step", effect.step())
                .param("position", effect.position())
                .update();
    }

    /** What an attempt had when it broke off; the last one counts. */
    void recordRemains(ConversationId conversation, TurnId turn, Remains remains) {
        jdbc.sql("""
                        insert into turn_remains (turn_id, conversation_id, remains)
                        values (:turn, :conversation, :remains)
                        on conflict (turn_id) do update set remains = excluded.remains""")
                .param("turn", turn.value())
                .param("conversation", conversation.value())
                .param("remains", WireJson.write(remains))
                .update();
    }

    Optional<Remains> remains(TurnId turn) {
        return jdbc.sql("select remains from turn_remains where turn_id = :turn")
                .param("turn", turn.value())
                .query((row, number) -> WireJson.read(row.getBytes("remains"), Remains.class))
                .optional();
    }

    /** The turn is decided; its journal has done its service. */
    void close(TurnId turn) {
        jdbc.sql("""
                        with steps as (delete from turn_step where turn_id = :turn),
                            remains as (delete from turn_remains where turn_id = :turn)
                        delete from turn_call where turn_id = :turn""").param("turn", turn.value()).update();
    }

    @Override
    public void erase(ConversationId conversation) {
        jdbc.sql("""
                        with steps as (delete from turn_step where conversation_id = :conversation),
                            remains as (delete from turn_remains where conversation_id = :conversation)
                        delete from turn_call where conversation_id = :conversation""").param("conversation", conversation.value()).update();
    }
}
