package dev.parley.chat.ui;

import dev.parley.chat.person.PersonalData;
import dev.parley.chat.turn.BegunElsewhere;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which conversation a page means by the name of its chat; each owner's names are its own. */
@Repository
class UiChats implements PersonalData {
    private final JdbcClient jdbc;

    UiChats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ConversationId> find(Principal owner, String chat) {
        return jdbc.sql("""
                        select u.conversation_id from ui_chat u join conversation c on c.id = u.conversation_id
                        where u.owner_kind = :kind and u.owner_id = :owner and u.chat_id = :chat and not c.deleted""")
                .param("kind", owner.kind().name())
                .param("owner", owner.id())
                .param("chat", chat)
                .query((row, _) -> new ConversationId(row.getObject("conversation_id", UUID.class)))
                .optional();
    }

    /**
     * Gives the chat's name to a conversation that begins. Of two replicas that are asked at once, one does, and the other
     * waits for it.
     *
     * @throws BegunElsewhere when another conversation has it
     */
    void name(Principal owner, String chat, ConversationId conversation) {
        if (!add(owner, chat, conversation)) {
            throw new BegunElsewhere();
        }
    }

    /** A name whose conversation was deleted may be given again. */
    private boolean add(Principal owner, String chat, ConversationId conversation) {
        return jdbc.sql("""
                        insert into ui_chat (owner_kind, owner_id, chat_id, conversation_id)
                        values (:kind, :owner, :chat, :conversation)
                        on conflict (owner_kind, owner_id, chat_id) do update
                        set conversation_id = excluded.conversation_id, created_at = now()
                        where exists (select from conversation c where c.id = ui_chat.conversation_id and c.deleted)""")
                        .param("kind", owner.kind().name())
                        .param("owner", owner.id())
                        .param("chat", chat)
                        .param("conversation", conversation.value())
                        .update()
                == 1;
    }

    @Override
    public void erase(Principal person) {
        jdbc.sql("delete from ui_chat where owner_id = :id and owner_kind = :kind")
                .param("id", person.id())
                .param("kind", person.kind().name())
                .update();
    }
}
