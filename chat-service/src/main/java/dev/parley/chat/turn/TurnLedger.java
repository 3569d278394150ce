package dev.parley.chat.turn;

import dev.parley.chat.access.Conversations;
import dev.parley.chat.person.ErasedPeople;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.problem.ProblemException;
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
    private final TurnQueue queue;
    private final ErasedPeople erased;

    TurnLedger(Turns turns, Conversations conversations, Repeats repeats, TurnQueue queue, ErasedPeople erased) {
        this.turns = turns;
        this.conversations = conversations;
        this.repeats = repeats;
        this.queue = queue;
        this.erased = erased;
    }

    /** The turn that a repeated question has become. @throws ProblemException 422 when the key was another question's */
    Optional<Turn> earlier(Principal owner, Asked asked, @Nullable IdempotencyKey idempotencyKey) {
        return idempotencyKey == null ? Optional.empty() : repeats.find(owner, asked, idempotencyKey);
    }

    /**
     * Enters a turn. In a conversation that goes on, one at a time at all replicas: so its turns are counted right. A new
     * conversation is nobody else's yet.
     *
     * @param beginning of the conversation that begins with it; null in one that goes on
     * @return false when another turn has the idempotency key: then nothing was entered
     * @throws ProblemException when the conversation takes no further turn, or is gone, or the owner is
     * @throws BegunElsewhere when another one began the conversation first: then nothing was entered either
     */
    @Transactional
    boolean enter(Turn turn, @Nullable Beginning beginning, OnBusy onBusy) {
        if (beginning == null && !conversations.lock(turn.conversation())) {
            throw ProblemException.notFound("conversation");
        }
        if (!turns.add(turn)) {
            requireToBeThere(turn.owner());
            return false;
        }
        if (beginning == null) {
            queue.requireRoom(turn, onBusy);
        } else {
            beginning.note(turn.conversation(), turn.owner());
            conversations.begin(turn.conversation(), turn.owner());
        }
        return true;
    }

    /** Asked only when nothing was entered: to enter a turn is to look. */
    private void requireToBeThere(Principal owner) {
        if (erased.include(owner)) {
            throw new ProblemException(ProblemCode.INVALID_TOKEN, "The access token is not valid, or not any more.");
        }
    }
}
