package dev.parley.chat.turn;

import dev.parley.chat.chore.Chore;
import dev.parley.chat.turn.UnconfirmedTurns.Withdrawn;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.messaging.EventProducer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes back turns that were never accepted, though the log may hold their requests: first the row says so, then CancelTurn
 * goes onto the log, and when that is confirmed the row goes. Whoever dies in between leaves a row that says what is to be
 * done, and any replica does it: the same event once more, which harms nobody.
 */
@Component
class Withdrawals {
    private static final Logger log = LoggerFactory.getLogger(Withdrawals.class);
    private static final int BATCH = 100;
    // Longer than a send may take.
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final UnconfirmedTurns turns;
    private final EventProducer producer;
    private final Clock clock;
    private final Duration unconfirmedAfter;
    private final Chore chore;
    private volatile Instant sweptSince;

    Withdrawals(UnconfirmedTurns turns, EventProducer producer, Clock clock, TurnSettings settings) {
        this.turns = turns;
        this.producer = producer;
        this.clock = clock;
        this.unconfirmedAfter = settings.unconfirmedAfter();
        this.sweptSince = clock.instant();
        this.chore = new Chore("withdrawals", settings.sweep(), this::sweep);
    }

    /** @return false when the turn has been confirmed or taken back by others meanwhile */
    boolean begin(TurnId turn) {
        boolean begun = turns.withdraw(turn);
        if (begun) {
            chore.wake();
        }
        return begun;
    }

    /** Finishes what was begun here or elsewhere, and begins with what a crash has left. */
    void sweep() {
        try {
            withdrawLeft();
            finishAll();
        } catch (RuntimeException e) {
            sweptSince = clock.instant();
            throw e;
        }
    }

    /** Only after as long without a break: a database that was away may have kept others from confirming what is left. */
    private void withdrawLeft() {
        if (clock.instant().isBefore(sweptSince.plus(unconfirmedAfter))) {
            return;
        }
        int left = turns.withdrawAllOlderThan(unconfirmedAfter, BATCH);
        if (left > 0) {
            log.warn("{} turns were never confirmed, and are taken back", left);
        }
    }

    private void finishAll() {
        List<Withdrawn> due = turns.claim(LEASE, BATCH);
        while (!due.isEmpty()) {
            finish(due);
            due = turns.claim(LEASE, BATCH);
        }
    }

    private void finish(List<Withdrawn> due) {
        List<CompletableFuture<Boolean>> sends = new ArrayList<>(due.size());
        due.forEach(withdrawn -> sends.add(send(withdrawn)));
        for (int i = 0; i < sends.size(); i++) {
            if (sends.get(i).join()) {
                turns.forget(due.get(i).turn());
            }
        }
    }

    private CompletableFuture<Boolean> send(Withdrawn withdrawn) {
        return producer.send(CancelEvents.withdrawal(withdrawn.turn(), withdrawn.conversation(), clock.instant()))
                .handle((_, failure) -> {
                    if (failure != null) {
                        log.warn("The withdrawal of turn {} is tried again: {}", withdrawn.turn(), failure.toString());
                    }
                    return failure == null;
                });
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
