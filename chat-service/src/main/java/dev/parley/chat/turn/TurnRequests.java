package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.messaging.WireJson;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a turn on the log. */
@Component
class TurnRequests {
    private static final Logger log = LoggerFactory.getLogger(TurnRequests.class);

    private final EventProducer producer;
    private final Turns turns;
    private final Clock clock;

    TurnRequests(EventProducer producer, Turns turns, Clock clock) {
        this.producer = producer;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Sends the request of a turn that is entered; the same event each time.
     *
     * @throws SendFailed when it was not confirmed: then the turn is withdrawn
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
            withdraw(turn);
            throw e;
        }
        if (!turns.markAcked(turn.id())) {
            throw new SendFailed("Another request withdrew the turn", new IllegalStateException());
        }
    }

    /** The request may have got through all the same, so its withdrawal goes after it. */
    private void withdraw(Turn turn) {
        if (!turns.withdraw(turn.id())) {
            return;
        }
        var cancel = new CancelTurn(turn.id(), turn.conversation(), "withdrawn", clock.instant());
        UUID id = UUID.nameUUIDFromBytes((turn.id() + "/withdrawn").getBytes(UTF_8));
        var _ = producer.send(
                        Outgoing.of(Topic.TURN_REQUESTS, turn.conversation().toString(), id, cancel))
                .exceptionally(e -> {
                    log.warn("The withdrawal of turn {} was not confirmed either", turn.id(), e);
                    return null;
                });
    }
}
