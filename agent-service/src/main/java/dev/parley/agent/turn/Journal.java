package dev.parley.agent.turn;

import dev.parley.agent.memory.ConversationData;
import dev.parley.agent.model.ModelReply;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.WireJson;
import java.util.List;
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

    Optional<JournaledReply> reply(TaskId task, int step) {
        return jdbc.sql(
                        "select reply, model, exposed from turn_step where turn_id = :turn and task = :task and step = :step")
                .param("turn", task.turn().value())
                .param("task", task.path())
                .param("step", step)
                .query((row, number) -> new JournaledReply(
                        WireJson.read(row.getBytes("reply"), ModelReply.class),
                        row.getString("model"),
                        row.getBoolean("exposed")))
                .optional();
    }

    void recordReply(ConversationId conversation, TaskId task, int step, JournaledReply journaled) {
        jdbc.sql("""
                        with older as (delete from turn_remains where turn_id = :turn)
                        insert into turn_step (turn_id, task, step, conversation_id, reply, model, exposed)
                        values (:turn, :task, :step, :conversation, :reply, :model, :exposed)""")
                .param("turn", task.turn().value())
                .param("task", task.path())
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
                        select outcome, said from turn_call
                        where turn_id = :turn and task = :task and step = :step and position = :position""")
                .param("turn", effect.turn().value())
                .param("task", effect.task().path())
                .param("step", effect.step())
                .param("position", effect.position())
                .query((row, number) -> JournaledCall.of(row.getBytes("outcome"), row.getString("said")))
                .optional();
    }

    /** @param positions of the calls of a step that begin now */
    void recordStarts(ConversationId conversation, TaskId task, int step, List<Integer> positions) {
        jdbc.sql("""
                        insert into turn_call (turn_id, task, step, position, conversation_id)
                        select :turn, :task, :step, begun.position, :conversation
                          from unnest(cast(:positions as int[])) as begun (position)
                        on conflict do nothing""")
                .param("turn", task.turn().value())
                .param("task", task.path())
                .param("step", step)
                .param("positions", positions.toArray(Integer[]::new))
                .param("conversation", conversation.value())
                .update();
    }

    /** How a call ended, or why it was never started. */
    void recordOutcome(ConversationId conversation, EffectId effect, JournaledCall.Finished end) {
        jdbc.sql("""
                        insert into turn_call (turn_id, task, step, position, conversation_id, outcome, said, duration_ms)
                        values (:turn, :task, :step, :position, :conversation, :outcome, :said, :duration)
                        on conflict (turn_id, task, step, position) do update
                           set outcome = excluded.outcome, said = excluded.said, duration_ms = excluded.duration_ms""")
                .param("turn", effect.turn().value())
                .param("task", effect.task().path())
                .param("step", effect.step())
                .param("position", effect.position())
                .param("conversation", conversation.value())
                .param("outcome", WireJson.write(end.outcome()))
                .param("said", end.said())
                .param("duration", end.outcome().durationMs())
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
