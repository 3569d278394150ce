package dev.parley.conversation.conversation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All messages. */
interface Messages extends Repository<Message, UUID> {
    boolean existsById(UUID id);

    Message save(Message message);

    /** Oldest first, behind a place. */
    @Query("select m from Message m where m.conversationId = :conversation and m.sequence > :after order by m.sequence")
    List<Message> oldestOf(UUID conversation, long after, Limit limit);
}
