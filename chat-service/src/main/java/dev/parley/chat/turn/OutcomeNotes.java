package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.Received;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what has become of turns. */
@Component
class OutcomeNotes {
    private final Turns turns;

    OutcomeNotes(Turns turns) {
        this.turns = turns;
    }

    @Transactional
    void accept(List<Received<TurnOutcome>> batch) {
        batch.forEach(this::note);
    }

    private void note(Received<TurnOutcome> received) {
        var place = new OutcomePlace(received.partition(), received.offset());
        switch (received.event()) {
            case TurnStarted started -> turns.markRunning(started.turnId(), started.attempt(), started.model());
            case TurnCompleted done ->
                turns.markEnded(done.turnId(), endOf(done), done.model(), place, done.completedAt());
            case TurnFailed failed ->
                turns.markEnded(failed.turnId(), endOf(failed), failed.model(), place, failed.failedAt());
        }
    }

    private static TurnEnd endOf(TurnCompleted done) {
        return new TurnEnd(TurnStatus.of(done.finishReason()), done.attempt(), null);
    }

    private static TurnEnd endOf(TurnFailed failed) {
        return new TurnEnd(TurnStatus.FAILED, failed.attempt(), failed.code());
    }
}
