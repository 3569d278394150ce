package dev.parley.chat.turn;

import dev.parley.chat.access.Access;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.problem.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The turns of conversations that a caller may use. */
@Component
public class OwnTurns {
    private final Turns turns;
    private final Access access;

    OwnTurns(Turns turns, Access access) {
        this.turns = turns;
        this.access = access;
    }

    /** @throws ProblemException 404 for a turn that is absent or in somebody else's conversation */
    public Turn require(String id, Principal caller) {
        Turn turn = turns.find(parse(id)).orElseThrow(() -> ProblemException.notFound("turn"));
        access.require(turn.conversation(), caller);
        return turn;
    }

    /** The last one of a conversation that has not ended. @throws ProblemException 404 for somebody else's conversation */
    public Optional<Turn> newestOpen(ConversationId conversation, Principal caller) {
        access.require(conversation, caller);
        return turns.findNewestOpen(conversation);
    }

    /** Forgets a turn that has ended; what was said stays in its conversation. */
    public void forget(Turn turn) {
        turns.deleteEnded(turn.id());
    }

    private static TurnId parse(String id) {
        try {
            return TurnId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("turn");
        }
    }
}
