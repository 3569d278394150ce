package dev.parley.chat.openai;

import dev.parley.chat.turn.Cancellation;
import dev.parley.chat.turn.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops the turns of clients that have left: to close the connection is how their protocol cancels. */
@Component
class Leaving {
    private static final Logger log = LoggerFactory.getLogger(Leaving.class);

    private final Cancellation cancellation;

    Leaving(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** Returns at once. What cannot be cancelled now ends by itself. */
    void cancel(Turn turn) {
        Thread.startVirtualThread(() -> {
            try {
                cancellation.request(turn);
            } catch (RuntimeException e) {
                log.info("Turn {} goes on though its client has left: {}", turn.id(), e.toString());
            }
        });
    }
}
