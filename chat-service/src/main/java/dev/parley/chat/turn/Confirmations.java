package dev.parley.chat.turn;

import dev.parley.chat.chore.Chore;
import dev.parley.contracts.id.TurnId;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Notes of turns that their requests are on the log. When the database is away such a turn is accepted all the same, for it
 * will be answered; the note is made when the database is back, before a sweep takes the turn for one that a crash has left
 * (see {@link Withdrawals}). Thread-safe.
 */
@Component
class Confirmations {
    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Turns turns;
    private final Queue<TurnId> unnoted = new ConcurrentLinkedQueue<>();
    private final Chore chore = new Chore("confirmations", EVERY, this::noteAll);

    Confirmations(Turns turns) {
        this.turns = turns;
    }

    /** @return false when the turn was taken back meanwhile */
    boolean note(TurnId turn) {
        try {
            return turns.markAcked(turn);
        } catch (DataAccessException e) {
            log.info("Turn {} is accepted before that is noted: {}", turn, e.toString());
            unnoted.add(turn);
            return true;
        }
    }

    void noteAll() {
        for (TurnId turn = unnoted.peek(); turn != null; turn = unnoted.peek()) {
            if (!turns.markAcked(turn)) {
                log.warn("Turn {} was accepted, and taken back before that could be noted", turn);
            }
            unnoted.remove();
        }
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
