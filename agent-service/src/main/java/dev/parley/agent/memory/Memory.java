package dev.parley.agent.memory;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said in conversations. */
@Repository
public class Memory implements ConversationData {
    private final JdbcClient jdbc;
    private final MemorySettings settings;

    Memory(JdbcClient jdbc, MemorySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The newest part of a conversation, oldest first. */
    public List<Said> recall(ConversationId conversation) {
        List<Said> newestFirst = jdbc.sql("""
                        select role, content from memory where conversation_id = :conversation
                        order by position desc limit :limit""")
                .param("conversation", conversation.value())
                .param("limit", settings.maxMessages())
                .query((row, number) -> new Said(speaker(row.getString("role")), row.getString("content")))
                .list();
        return withinLength(newestFirst).reversed();
    }

    /** Keeps what was said in a turn, once; within the transaction that decides the turn. */
    public void remember(ConversationId conversation, TurnId turn, List<Said> said) {
        if (said.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into memory (conversation_id, turn_id, role, content)
                        select :conversation, :turn, role, content
                          from unnest(cast(:roles as text[]), cast(:contents as text[])) with ordinality
                               as said (role, content, place)
                         where not exists (select from deleted_conversation where conversation_id = :conversation)
                         order by place
                        on conflict (turn_id, role) do nothing""")
                .param("conversation", conversation.value())
                .param("turn", turn.value())
                .param("roles", said.stream().map(one -> one.speaker().column()).toArray(String[]::new))
                .param("contents", said.stream().map(Said::text).toArray(String[]::new))
                .update();
    }

    /** Nothing is remembered of a conversation from now on. */
    void bury(ConversationId conversation) {
        jdbc.sql("insert into deleted_conversation (conversation_id) values (:conversation) on conflict do nothing")
                .param("conversation", conversation.value())
                .update();
    }

    @Override
    public void erase(ConversationId conversation) {
        jdbc.sql("delete from memory where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    private List<Said> withinLength(List<Said> newestFirst) {
        List<Said> kept = new ArrayList<>();
        int characters = 0;
        for (Said said : newestFirst) {
            characters += said.text().length();
            if (characters > settings.maxCharacters() && !kept.isEmpty()) {
                return kept;
            }
            kept.add(said);
        }
        return kept;
    }

    private static Said.Speaker speaker(String role) {
        return role.equals("user") ? Said.Speaker.USER : Said.Speaker.ASSISTANT;
    }
}
