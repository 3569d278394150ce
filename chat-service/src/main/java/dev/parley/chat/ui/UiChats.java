package dev.parley.chat.ui;

import dev.parley.chat.access.Conversations;
import dev.parley.chat.person.ErasedPeople;
import dev.parley.chat.person.PersonalData;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.time.IdSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which conversation a page means by the name of its chat; each owner's names are its own. */
@Repository
class UiChats implements PersonalData {
    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ErasedPeople erased;
    private final IdSource ids;

    UiChats(JdbcClient jdbc, Conversations conversations, ErasedPeople erased, IdSource ids) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.erased = erased;
        this.ids = ids;
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
     * The chat's conversation, which begins with it: of two replicas that are asked at once, one begins it, and the other
     * waits and finds it.
     *
     * @throws ProblemException 401 when the owner is gone for good
     */
    @Transactional
    ConversationId findOrBegin(Principal owner, String chat) {
        Optional<ConversationId> known = find(owner, chat);
        if (known.isPresent()) {
            return known.get();
        }
        var conversation = new ConversationId(ids.next());
        if (add(owner, chat, conversation)) {
            conversations.begin(conversation, owner);
            return conversation;
        }
        if (erased.include(owner)) {
            throw new ProblemException(ProblemCode.INVALID_TOKEN, "The access token is not valid, or not any more.");
        }
        return find(owner, chat).orElseThrow(() -> ProblemException.notFound("conversation"));
    }

    /** A name whose conversation was deleted may be given again. */
    private boolean add(Principal owner, String chat, ConversationId conversation) {
        return jdbc.sql("""
                        insert into ui_chat (owner_kind, owner_id, chat_id, conversation_id)
                        select :kind, :owner, :chat, :conversation
                        where not exists (select from erased_person where id = :owner)
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
