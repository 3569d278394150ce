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
        requireSupported(asked);
        catalog.require(asked.toolId(), asked.model());
        Optional<ConversationId> conversation = asked.conversation();
        conversation.ifPresent(known -> access.require(known, owner));
        return conversation;
    }

    private static void requireSupported(Asked asked) {
        if (asked.assistant() != null) {
            throw ProblemException.invalidField("assistant", "must be absent: there is only the default assistant yet");
        }
    }
}
