package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what has become of turns. */
@Component
@AcrossTenants("older writers do not say whose turn has begun")
class OutcomeNotes {
    private final Turns turns;

    OutcomeNotes(Turns turns) {
        this.turns = turns;
    }

    @Transactional
    void accept(List<Received<TurnOutcome>> batch) {
        Map<TurnId, TurnStarted> started = new HashMap<>();
        Map<TurnId, TurnPaused> paused = new HashMap<>();
        Map<TurnId, Outcome> ended = new HashMap<>();
        for (Received<TurnOutcome> received : batch) {
            switch (received.event()) {
                case TurnStarted start -> started.merge(start.turnId(), start, OutcomeNotes::later);
                case TurnPaused pause -> paused.put(pause.turnId(), pause);
                case TurnCompleted done -> ended.putIfAbsent(done.turnId(), outcome(done, received));
                case TurnFailed failed -> ended.putIfAbsent(failed.turnId(), outcome(failed, received));
            }
        }
        try (TenantScope _ = scopeOf(batch)) {
            turns.markRunning(started.values());
            turns.markPaused(paused.values());
            turns.markEnded(ended.values());
        }
    }

    private static TenantScope scopeOf(List<Received<TurnOutcome>> batch) {
        List<Principal> owners = batch.stream()
                .map(received -> ownerOf(received.event()))
                .flatMap(Optional::stream)
                .toList();
        return owners.size() == batch.size() ? TenantScope.ofAll(owners) : TenantScope.everyone();
    }

    private static Optional<Principal> ownerOf(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnStarted start -> Optional.ofNullable(start.owner());
            case TurnPaused pause -> Optional.of(pause.owner());
            case TurnCompleted done -> Optional.of(done.question().owner());
            case TurnFailed failed -> Optional.of(failed.question().owner());
        };
    }

    private static TurnStarted later(TurnStarted one, TurnStarted other) {
        return other.attempt() >= one.attempt() ? other : one;
    }

    private static Outcome outcome(TurnCompleted done, Received<?> received) {
        return new Outcome(done.turnId(), endOf(done), done.model(), place(received), done.completedAt());
    }

    private static Outcome outcome(TurnFailed failed, Received<?> received) {
        return new Outcome(failed.turnId(), endOf(failed), failed.model(), place(received), failed.failedAt());
    }

    private static OutcomePlace place(Received<?> received) {
        return new OutcomePlace(received.partition(), received.offset());
    }

    private static TurnEnd endOf(TurnCompleted done) {
        return new TurnEnd(TurnStatus.of(done.finishReason()), done.attempt(), null);
    }

    private static TurnEnd endOf(TurnFailed failed) {
        return new TurnEnd(TurnStatus.FAILED, failed.attempt(), failed.code());
    }
}
