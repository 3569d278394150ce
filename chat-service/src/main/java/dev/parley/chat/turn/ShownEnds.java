package dev.parley.chat.turn;

import dev.parley.chat.stream.EventId;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes a turn's end before a client is shown it, so that the client's next request finds it at any replica. What only the
 * outcome knows is noted when that comes.
 */
@Component
class ShownEnds {
    private static final Logger log = LoggerFactory.getLogger(ShownEnds.class);

    private final Turns turns;

    ShownEnds(Turns turns) {
        this.turns = turns;
    }

    /** An event without an id ends the reading, not the turn. */
    void note(Turn turn, StreamEvent end) {
        EventId id = end.id();
        if (id == null) {
            return;
        }
        try (TenantScope _ = TenantScope.of(turn.owner())) {
            turns.markEnded(turn.id(), endOf(end, id.attempt()));
        } catch (RuntimeException e) {
            // The answer is worth more than its status, which the outcome will say as well.
            log.info("The end of turn {} is shown before it is noted: {}", turn.id(), e.toString());
        }
    }

    private static TurnEnd endOf(StreamEvent end, int attempt) {
        if (end.name().equals("error")) {
            return new TurnEnd(
                    TurnStatus.FAILED,
                    attempt,
                    WireJson.read(end.data(), TurnError.class).code());
        }
        FinishReason reason = WireJson.read(end.data(), MessageEnd.class).finishReason();
        return new TurnEnd(TurnStatus.of(reason), attempt, null);
    }
}
