package dev.parley.chat.turn;

import dev.parley.chat.access.Access;
import dev.parley.chat.catalog.Catalog;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether a question may become a turn. Changes nothing. */
@Component
class Admission {
    private static final Duration A_TURN_ENDS_WITHIN = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final Access access;
    private final Turns turns;
    private final TurnSettings settings;

    Admission(Catalog catalog, Access access, Turns turns, TurnSettings settings) {
        this.catalog = catalog;
        this.access = access;
        this.turns = turns;
        this.settings = settings;
    }

    /**
     * @return the conversation to go on with; empty when a new one begins
     * @throws ProblemException when the question may not become a turn
     */
    Optional<ConversationId> check(Principal owner, ChatRequest asked) {
        requireSupported(asked);
        catalog.require(asked.toolId(), asked.model());
        Optional<ConversationId> conversation = asked.conversation();
        conversation.ifPresent(known -> {
            access.require(known, owner);
            requireRoom(known, asked.whenBusy());
        });
        return conversation;
    }

    private static void requireSupported(ChatRequest asked) {
        if (asked.whenBusy() == OnBusy.INTERRUPT) {
            throw ProblemException.invalidField("on_busy", "must be enqueue or reject: turns cannot be cancelled yet");
        }
        if (asked.assistant() != null) {
            throw ProblemException.invalidField("assistant", "must be absent: there is only the default assistant yet");
        }
    }

    private void requireRoom(ConversationId conversation, OnBusy onBusy) {
        int open = turns.countOpen(conversation);
        if (open > 0 && onBusy == OnBusy.REJECT) {
            throw new ProblemException(ProblemCode.TURN_IN_PROGRESS, "Another turn of this conversation is running.");
        }
        if (open > settings.waiting()) {
            throw new ProblemException(
                            ProblemCode.TOO_MANY_WAITING_TURNS,
                            "At most " + settings.waiting() + " turns wait in a conversation.")
                    .retryAfter(A_TURN_ENDS_WITHIN);
        }
    }
}
