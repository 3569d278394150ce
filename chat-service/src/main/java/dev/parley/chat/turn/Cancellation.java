package dev.parley.chat.turn;

import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.SendFailed;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stops turns for their callers. */
@Component
public class Cancellation {
    private final EventProducer producer;
    private final Clock clock;

    Cancellation(EventProducer producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Asks for a turn to be stopped, wherever its request has got to by now.
     *
     * @return false when it has ended
     * @throws SendFailed when the log did not confirm that in time
     */
    public boolean request(Turn turn) {
        if (turn.status().isEnd()) {
            return false;
        }
        producer.sendAndAwait(CancelEvents.byCaller(turn.id(), turn.conversation(), clock.instant()));
        return true;
    }
}
