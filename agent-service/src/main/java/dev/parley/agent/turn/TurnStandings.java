package dev.parley.agent.turn;

import dev.parley.agent.memory.Memory;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import org.springframework.stereotype.Component;

/** How a turn stands before an attempt at it. */
@Component
class TurnStandings {
    /** Whether, and how, a turn is to be gone on with. */
    sealed interface Standing {
        /** It is to be answered. */
        record Wanted() implements Standing {}

        /** Its conversation is gone, and nothing may be known of it. */
        record Gone() implements Standing {}

        /** An earlier attempt has decided it. */
        record Decided(TurnOutcome outcome) implements Standing {}
    }

    private final Results results;
    private final Memory memory;

    TurnStandings(Results results, Memory memory) {
        this.results = results;
        this.memory = memory;
    }

    Standing of(RequestTurn request) {
        if (memory.isDeleted(request.conversationId())) {
            return new Standing.Gone();
        }
        return results.find(request.turnId())
                .<Standing>map(Standing.Decided::new)
                .orElseGet(Standing.Wanted::new);
    }
}
