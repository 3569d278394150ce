package dev.parley.chat.turn;

import dev.parley.chat.chore.Chore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets turns once nothing can be shown of them any more, a few at a time. */
@Component
class OldTurns {
    private static final Logger log = LoggerFactory.getLogger(OldTurns.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 500;

    private final Turns turns;
    private final Duration kept;
    private final Chore chore = new Chore("old-turns", EVERY, this::forget);

    OldTurns(Turns turns, TurnSettings settings) {
        this.turns = turns;
        this.kept = settings.kept();
    }

    void forget() {
        int forgotten;
        do {
            forgotten = turns.deleteEnded(kept, BATCH);
            log.debug("{} old turns were forgotten", forgotten);
        } while (forgotten == BATCH);
    }

    @PostConstruct
    void start() {
        chore.start();
    }

    @PreDestroy
    void stop() {
        chore.stop();
    }
}
