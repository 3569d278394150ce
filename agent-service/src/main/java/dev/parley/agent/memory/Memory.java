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
    private static final String SUMMARY = "summary";

    private record Line(String role, String content, boolean exposed) {}

    private final JdbcClient jdbc;
    private final Window window;

    Memory(JdbcClient jdbc, MemorySettings settings) {
        this.jdbc = jdbc;
        this.window = settings.window();
    }

    /** The newest part of a conversation, and what came before it. In one statement, since a question waits for it. */
    public Recalled recall(ConversationId conversation) {
        List<Line> lines = jdbc.sql("""
                        select role, content, exposed from (
                            (select role, content, exposed, row_number() over (order by position desc) as place
                               from memory where conversation_id = :conversation
                              order by position desc limit :limit)
                            union all
                            select :summary, content, exposed, 0 from memory_summary where conversation_id = :conversation)
                            as recalled (role, content, exposed, place)
                        order by place""")
                .param("conversation", conversation.value())
                .param("limit", window.mostMessages())
                .param("summary", SUMMARY)
                .query((row, _) -> new Line(row.getString("role"), row.getString("content"), row.getBoolean("exposed")))
                .list();
        return recalled(lines);
    }

    private Recalled recalled(List<Line> lines) {
        boolean exposed = lines.stream().anyMatch(Line::exposed);
        String summary = "";
        List<Said> newestFirst = new ArrayList<>();
        for (Line line : lines) {
            if (line.role().equals(SUMMARY)) {
                summary = line.content();
            } else {
                newestFirst.add(new Said(Said.Speaker.of(line.role()), line.content()));
            }
        }
        return new Recalled(
                summary, window.stretchedOver(newestFirst).reversed(), exposed, window.isOverfull(newestFirst));
    }

    /**
     * Keeps what was said in a turn, once; within the transaction that decides the turn.
     *
     * @param exposed whether the turn's model has read what neither its user nor the operator wrote. Once it has, so have all
     *     that are reminded of its answer
     */
    public void remember(ConversationId conversation, TurnId turn, List<Said> said, boolean exposed) {
        // A question that was read back from the log while its turn was under way gets its place.
        if (said.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into memory (conversation_id, turn_id, role, content, exposed)
                        select :conversation, :turn, role, content,
                               role <> 'user' and (:exposed
                                   or exists (select from memory where conversation_id = :conversation and exposed)
                                   or exists (select from memory_summary where conversation_id = :conversation and exposed))
                          from unnest(cast(:roles as text[]), cast(:contents as text[])) with ordinality
                               as said (role, content, place)
                         where not exists (select from deleted_conversation where conversation_id = :conversation)
                         order by place
                        on conflict (turn_id, role) do update
                           set position = default where memory.position < 0""")
                .param("conversation", conversation.value())
                .param("turn", turn.value())
                .param("exposed", exposed)
                .param("roles", said.stream().map(one -> one.speaker().column()).toArray(String[]::new))
                .param("contents", said.stream().map(Said::text).toArray(String[]::new))
                .update();
    }

    @Override
    public void erase(ConversationId conversation) {
        jdbc.sql("""
                        with summary as (delete from memory_summary where conversation_id = :conversation)
                        delete from memory where conversation_id = :conversation""").param("conversation", conversation.value()).update();
    }
}
