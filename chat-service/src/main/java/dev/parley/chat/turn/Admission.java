package dev.parley.chat.turn;

import dev.parley.chat.access.Access;
import dev.parley.chat.catalog.Catalog;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.problem.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether a question may become a turn. Changes nothing. */
@Component
class Admission {
    private final Catalog catalog;
    private final Access access;

    Admission(Catalog catalog, Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * @return the conversation to go on with; empty when a new one begins
     * @throws ProblemException when the question may not become a turn
     */
    Optional<ConversationId> check(Principal owner, Asked asked) {
        catalog.require(asked.toolId(), asked.model(), asked.assistant());
        Optional<ConversationId> conversation = asked.conversation();
        conversation.ifPresent(known -> access.require(known, owner));
        return conversation;
    }
}
