package dev.parley.chat.turn;

import dev.parley.chat.access.Access;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.problem.ProblemException;
import org.springframework.stereotype.Component;

/** The turns of conversations that a caller may use. */
@Component
class OwnTurns {
    private final Turns turns;
    private final Access access;

    OwnTurns(Turns turns, Access access) {
        this.turns = turns;
        this.access = access;
    }

    /** @throws ProblemException 404 for a turn that is absent or in somebody else's conversation */
    Turn require(String id, Principal caller) {
        Turn turn = turns.find(parse(id)).orElseThrow(() -> ProblemException.notFound("turn"));
        access.require(turn.conversation(), caller);
        return turn;
    }

    private static TurnId parse(String id) {
        try {
            return TurnId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("turn");
        }
    }
}
