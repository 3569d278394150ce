package dev.parley.agent.turn;

import dev.parley.agent.memory.Memory;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a turn stands before an attempt at it. */
@Component
class TurnStandings {
    /** Whether, and how, a turn is to be gone on with. */
    sealed interface Standing {
        /** It is to be answered. */
        record Wanted() implements Standing {}

        /** Nobody wants it any more. */
        record Cancelled() implements Standing {}

        /** Its conversation is gone, and nothing may be known of it. */
        record Gone() implements Standing {}

        /** An earlier attempt has decided it. */
        record Decided(TurnOutcome outcome) implements Standing {}
    }

    private final Results results;
    private final Cancellations cancellations;
    private final Memory memory;

    TurnStandings(Results results, Cancellations cancellations, Memory memory) {
        this.results = results;
        this.cancellations = cancellations;
        this.memory = memory;
    }

    Standing of(RequestTurn request) {
        if (memory.isDeleted(request.conversationId())) {
            return new Standing.Gone();
        }
        Optional<TurnOutcome> decided = results.find(request.turnId());
        if (decided.isPresent()) {
            return new Standing.Decided(decided.get());
        }
        return cancellations.contains(request.turnId()) ? new Standing.Cancelled() : new Standing.Wanted();
    }
}
