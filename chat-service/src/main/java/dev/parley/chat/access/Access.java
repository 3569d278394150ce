package dev.parley.chat.access;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets people use their own conversations, and nobody else's. Thread-safe. */
@Component
public final class Access {
    private final Conversations conversations;
    private final ConversationDirectory directory;

    Access(Conversations conversations, ConversationDirectory directory) {
        this.conversations = conversations;
        this.directory = directory;
    }

    /**
     * @throws ProblemException 404 for a conversation that is absent, deleted or somebody else's; 503 when that cannot be
     *     found out
     */
    public void require(ConversationId conversation, Principal principal) {
        boolean allowed =
                switch (conversations.standing(conversation, principal)) {
                    case ALLOWED -> true;
                    case DENIED -> false;
                    case UNKNOWN -> ask(conversation, principal);
                };
        if (!allowed) {
            throw ProblemException.notFound("conversation");
        }
    }

    /** Those among the viewers who may not look any more. */
    public Map<Viewer, Loss> lost(Collection<Viewer> viewers) {
        return conversations.lost(List.copyOf(viewers));
    }

    private boolean ask(ConversationId conversation, Principal principal) {
        Optional<KnownAccess> known = directory.find(conversation);
        known.ifPresent(access -> conversations.apply(Map.of(conversation, access)));
        return known.map(access -> access.principals().contains(principal)).orElse(false);
    }
}
