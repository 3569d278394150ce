package dev.parley.chat.turn;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;

/** What else is noted when a conversation begins, in the transaction that enters its first turn. */
@FunctionalInterface
public interface Beginning {
    /** Nothing. */
    Beginning PLAIN = (conversation, owner) -> {};

    /** @throws BegunElsewhere when there is another conversation already, in which the question is to be asked */
    void note(ConversationId conversation, Principal owner);
}
