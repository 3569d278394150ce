package dev.parley.agent.memory;

import dev.parley.contracts.id.ConversationId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said before what is kept word by word. A message is in one of both, whatever happens. */
@Repository
class Summaries {
    /** Of a message: what a summary is made of need not be longer. */
    private static final int LONGEST_MESSAGE = 4_000;

    private static final int MOST_MESSAGES = 100;

    /** What was said before summaries were made, or while none could be. */
    private static final int MOST_UNSUMMED = 400;

    private final JdbcClient jdbc;
    private final Window window;

    Summaries(JdbcClient jdbc, MemorySettings settings) {
        this.jdbc = jdbc;
        this.window = settings.window();
    }

    Summary of(ConversationId conversation) {
        return jdbc.sql("select content, version from memory_summary where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .query((row, _) -> new Summary(row.getString("content"), row.getInt("version")))
                .optional()
                .orElse(Summary.NONE);
    }

    /** Of more than the newest messages nobody was reminded for long: within the caller's transaction. */
    void forgetOldest(ConversationId conversation) {
        jdbc.sql("""
                        delete from memory where conversation_id = :conversation and position <= (
                            select position from memory where conversation_id = :conversation
                             order by position desc offset :most limit 1)""")
                .param("conversation", conversation.value())
                .param("most", MOST_UNSUMMED)
                .update();
    }

    /** The oldest messages that are beyond the window, oldest first, as many as a window takes. */
    List<Leaving> leaving(ConversationId conversation) {
        List<Leaving> beyond = jdbc.sql("""
                        select position, role, left(content, :longest) as content, exposed from (
                            select position, role, content, exposed, row_number() over newest as place,
                                   sum(length(content)) over newest as characters
                              from memory where conversation_id = :conversation
                            window newest as (order by position desc)) as numbered
                         where place > :messages or (characters > :characters and place > 1)
                         order by position limit :most""")
                .param("longest", LONGEST_MESSAGE)
                .param("conversation", conversation.value())
                .param("messages", window.messages())
                .param("characters", window.characters())
                .param("most", MOST_MESSAGES)
                .query((row, _) -> new Leaving(
                        row.getLong("position"),
                        new Said(Said.Speaker.of(row.getString("role")), row.getString("content")),
                        row.getBoolean("exposed")))
                .list();
        return atOnce(beyond);
    }

    private List<Leaving> atOnce(List<Leaving> beyond) {
        List<Leaving> batch = new ArrayList<>();
        int characters = 0;
        for (Leaving message : beyond) {
            characters += message.said().text().length();
            if (characters > window.characters() && !batch.isEmpty()) {
                return batch;
            }
            batch.add(message);
        }
        return batch;
    }

    /**
     * Puts a summary in the place of messages, within the caller's transaction.
     *
     * @param before what it was made of, with the messages
     * @return false when it is not the newest any more, or the conversation is gone: then nothing has changed
     */
    boolean replace(ConversationId conversation, Summary before, String text, List<Leaving> messages) {
        int stored = jdbc.sql("""
                        insert into memory_summary (conversation_id, content, exposed, through)
                        select :conversation, :content, :exposed, :through
                         where not exists (select from deleted_conversation where conversation_id = :conversation)
                        on conflict (conversation_id, tenant) do update
                           set content = excluded.content, exposed = memory_summary.exposed or excluded.exposed,
                               through = greatest(memory_summary.through, excluded.through),
                               version = memory_summary.version + 1, summed_up_at = now()
                         where memory_summary.version = :version""")
                .param("conversation", conversation.value())
                .param("content", text)
                .param("exposed", messages.stream().anyMatch(Leaving::exposed))
                .param("through", messages.getLast().position())
                .param("version", before.version())
                .update();
        if (stored == 0) {
            return false;
        }
        jdbc.sql("delete from memory where conversation_id = :conversation and position = any(:positions)")
                .param("conversation", conversation.value())
                .param("positions", messages.stream().map(Leaving::position).toArray(Long[]::new))
                .update();
        return true;
    }
}
