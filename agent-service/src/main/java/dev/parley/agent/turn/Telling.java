package dev.parley.agent.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.work.WorkItem;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the world of a turn. */
@Component
class Telling {
    private final EventProducer producer;
    private final Clock clock;

    Telling(EventProducer producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** For eyes: the stream of this attempt. */
    StreamWriter stream(RequestTurn request, WorkItem item) {
        return new StreamWriter(producer, request, item.attempt(), item.fence());
    }

    /** For the record: it has begun. Nobody waits for it. */
    void begun(RequestTurn request, WorkItem item, String model) {
        var started =
                new TurnStarted(request.turnId(), request.conversationId(), item.attempt(), model, clock.instant());
        var _ = producer.send(outgoing(started, "started/" + item.attempt()));
    }

    /** For the record: what it came to. A repeat is the same event. @throws SendFailed when it is not confirmed */
    void ended(TurnOutcome outcome) {
        var _ = producer.sendAndAwait(outgoing(outcome, "outcome"));
    }

    private static Outgoing outgoing(TurnOutcome outcome, String name) {
        UUID id = UUID.nameUUIDFromBytes((outcome.turnId() + "/" + name).getBytes(UTF_8));
        return Outgoing.of(Topic.TURN_OUTCOMES, outcome.conversationId().toString(), id, outcome);
    }
}
