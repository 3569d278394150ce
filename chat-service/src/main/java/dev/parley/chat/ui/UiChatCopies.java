package dev.parley.chat.ui;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.takeout.KeptData;
import dev.parley.platform.takeout.Takeout;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which conversations somebody's pages know by names of their own, to take along. */
@Repository
class UiChatCopies implements KeptData {
    private final JdbcClient jdbc;

    UiChatCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record UiChatCopy(String chatId, UUID conversationId, Instant createdAt) {}

    @Override
    public void copyTo(Takeout takeout, Principal person) throws IOException {
        for (UiChatCopy chat : ofPerson(person)) {
            takeout.line("ui_chats.jsonl", chat);
        }
    }

    private List<UiChatCopy> ofPerson(Principal person) {
        return jdbc.sql("""
                        select chat_id, conversation_id, created_at from ui_chat
                         where owner_kind = :kind and owner_id = :owner
                         order by created_at""")
                .param("kind", person.kind().name())
                .param("owner", person.id())
                .query((row, _) -> new UiChatCopy(
                        row.getString("chat_id"),
                        row.getObject("conversation_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
