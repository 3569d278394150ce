package dev.parley.agent.answer;

import dev.parley.agent.memory.ConversationData;
import dev.parley.agent.person.PersonalData;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers of the thread's tenant, by what they are answers to, until they expire by the database's clock. */
@Repository
class KeptAnswers implements ConversationData, PersonalData {
    private final JdbcClient jdbc;

    KeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeptAnswer> find(byte[] key) {
        return jdbc.sql("""
                        select answer, cost_usd from kept_answer
                         where tenant = platform.sole_tenant() and key = :key and expires_at > now()""")
                .param("key", key)
                .query((row, _) -> new KeptAnswer(row.getString("answer"), row.getBigDecimal("cost_usd")))
                .optional();
    }

    /** Within a transaction of the turn's, which a deletion of the conversation waits for or was before. */
    void keep(ConversationId conversation, byte[] key, KeptAnswer answer, Duration timeToLive) {
        jdbc.sql("""
                        insert into kept_answer (key, conversation_id, answer, cost_usd, expires_at)
                        select :key, :conversation, :answer, :cost, now() + :millis * interval '1 ms'
                         where not exists (select from deleted_conversation where conversation_id = :conversation)
                        on conflict (tenant, key) do update
                           set conversation_id = excluded.conversation_id, answer = excluded.answer,
                               cost_usd = excluded.cost_usd, expires_at = excluded.expires_at""")
                .param("key", key)
                .param("conversation", conversation.value())
                .param("answer", answer.text())
                .param("cost", answer.costUsd())
                .param("millis", timeToLive.toMillis())
                .update();
    }

    /** Of everybody, at most so many that are not good any more, and returns how many that were. */
    int forgetExpired(int most) {
        return jdbc.sql("""
                        delete from kept_answer where (tenant, key) in (
                            select tenant, key from kept_answer where expires_at <= now() limit :most)""").param("most", most).update();
    }

    @Override
    public void erase(ConversationId conversation) {
        jdbc.sql("delete from kept_answer where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    @Override
    public void erase(Principal person) {
        jdbc.sql("delete from kept_answer where tenant = :tenant")
                .param("tenant", TenantScope.nameOf(person))
                .update();
    }
}
