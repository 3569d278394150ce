package dev.parley.chat.turn;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Puts a turn on the log. */
@Component
class TurnRequests {
    private final EventProducer producer;
    private final Turns turns;
    private final Withdrawals withdrawals;
    private final Confirmations confirmations;

    TurnRequests(EventProducer producer, Turns turns, Withdrawals withdrawals, Confirmations confirmations) {
        this.producer = producer;
        this.turns = turns;
        this.withdrawals = withdrawals;
        this.confirmations = confirmations;
    }

    /**
     * Sends the request of a turn that is entered; the same event each time.
     *
     * @throws SendFailed when it was not confirmed: then the turn is taken back
     * @throws ProblemException 404 when its conversation has been deleted meanwhile
     */
    void send(Turn turn) {
        RequestTurn request = WireJson.read(turn.request(), RequestTurn.class);
        try {
            producer.sendAndAwait(Outgoing.of(
                    Topic.TURN_REQUESTS,
                    turn.conversation().toString(),
                    turn.id().value(),
                    request));
        } catch (SendFailed e) {
            if (withdrawals.begin(turn.id()) || !isAcked(turn)) {
                throw e;
            }
            return;
        }
        if (!confirmations.note(turn.id())) {
            throw gone(turn);
        }
    }

    /** With its conversation, which may be deleted between the log's taking the request and its confirmation; or by itself. */
    private RuntimeException gone(Turn turn) {
        return turns.isDeleted(turn.conversation())
                ? ProblemException.notFound("conversation")
                : new SendFailed("The turn was taken back", new IllegalStateException());
    }

    /** A repeat may have got through with the same request, or the agent may have begun with it. */
    private boolean isAcked(Turn turn) {
        return turns.find(turn.id()).map(Turn::acked).orElse(false);
    }
}
