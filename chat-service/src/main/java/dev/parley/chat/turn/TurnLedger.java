package dev.parley.chat.turn;

import dev.parley.chat.access.Conversations;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.idempotency.IdempotencyKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the turns that were asked for before, and enters new ones with the conversation that they may begin. */
@Component
class TurnLedger {
    private final Turns turns;
    private final Conversations conversations;
    private final Repeats repeats;

    TurnLedger(Turns turns, Conversations conversations, Repeats repeats) {
        this.turns = turns;
        this.conversations = conversations;
        this.repeats = repeats;
    }

    /** The turn that a repeated question has become. @throws ProblemException 422 when the key was another question's */
    Optional<Turn> earlier(Principal owner, ChatRequest asked, @Nullable IdempotencyKey idempotencyKey) {
        return idempotencyKey == null ? Optional.empty() : repeats.find(owner, asked, idempotencyKey);
    }

    /** @return false when another turn has the idempotency key: then nothing was entered */
    @Transactional
    boolean enter(Turn turn, boolean beginsConversation) {
        if (!turns.add(turn)) {
            return false;
        }
        if (beginsConversation) {
            conversations.begin(turn.conversation(), turn.owner());
        }
        return true;
    }
}
