package dev.parley.agent.memory;

import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.conversation.Role;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.TenantScope;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is remembered because it is on the log, and how far that was read. */
@Repository
class Restored {
    /** What is said live has positions from 1 on, in one sequence for all. */
    private static final long BEFORE_ALL = -(1L << 62);

    private final JdbcClient jdbc;

    Restored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the partitions that were not read to their end. */
    List<Integer> missing(int partitions) {
        return jdbc.sql("""
                        select number from generate_series(0, :last) as number
                         where not exists (select from memory_restoring where partition = number and done)""")
                .param("last", partitions - 1)
                .query((row, _) -> row.getInt("number"))
                .list();
    }

    long nextOffset(int partition) {
        return jdbc.sql("select next_offset from memory_restoring where partition = :partition")
                .param("partition", partition)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void readTo(int partition, long nextOffset, boolean done) {
        jdbc.sql("""
                        insert into memory_restoring (partition, next_offset, done) values (:partition, :next, :done)
                        on conflict (partition) do update
                           set next_offset = excluded.next_offset, done = excluded.done, changed_at = now()""")
                .param("partition", partition)
                .param("next", nextOffset)
                .param("done", done)
                .update();
    }

    /** Remembers a message that is neither known nor part of a summary. Whose words an answer was made of, nobody knows. */
    void add(Received<?> received, MessageAppended message) {
        TurnId turn = Objects.requireNonNull(message.turnId());
        jdbc.sql("""
                        insert into memory (conversation_id, position, turn_id, role, content, said_at, exposed, tenant)
                        overriding system value
                        select :conversation, :position, :turn, :role, :content, :said, :exposed, :tenant
                         where not exists (select from deleted_conversation where conversation_id = :conversation)
                           and not exists (select from memory_summary where conversation_id = :conversation
                                              and tenant = :tenant and through >= :position)
                        on conflict do nothing""")
                .param("conversation", message.conversationId().value())
                .param("position", BEFORE_ALL + received.offset())
                .param("turn", turn.value())
                .param("role", message.role() == Role.USER ? "user" : "assistant")
                .param("content", message.content())
                .param("said", message.createdAt().atOffset(ZoneOffset.UTC))
                .param("exposed", message.role() != Role.USER)
                .param("tenant", TenantScope.nameOf(message.owner()))
                .update();
    }
}
