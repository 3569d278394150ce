package dev.parley.chat.turn;

import dev.parley.chat.chore.Chore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives up turns that have to have ended by now: whatever happened to their requests, nobody waits for them for ever, and
 * their conversations take new ones.
 */
@Component
class OverdueTurns {
    private static final Logger log = LoggerFactory.getLogger(OverdueTurns.class);
    private static final int BATCH = 500;

    private final LostTurns lost;
    private final Duration overdueAfter;
    private final Chore chore;

    OverdueTurns(LostTurns lost, TurnSettings settings) {
        this.lost = lost;
        this.overdueAfter = settings.overdueAfter();
        this.chore = new Chore("overdue-turns", settings.sweep(), this::giveUp);
    }

    void giveUp() {
        int ended;
        do {
            ended = lost.addAllOlderThan(overdueAfter, BATCH);
            if (ended > 0) {
                log.warn("{} turns had no outcome in time, and are lost", ended);
            }
        } while (ended == BATCH);
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
