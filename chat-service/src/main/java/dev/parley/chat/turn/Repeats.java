package dev.parley.chat.turn;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.problem.ProblemException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the turn that a repeated question has become already: the turn itself is the record of its idempotency key. */
@Component
class Repeats {
    private static final Duration KEYS_KEPT = Duration.ofHours(24);

    private final Turns turns;
    private final Clock clock;

    Repeats(Turns turns, Clock clock) {
        this.turns = turns;
        this.clock = clock;
    }

    /** @throws ProblemException 422 when the key was used for another question */
    Optional<Turn> find(Principal owner, Asked asked, IdempotencyKey idempotencyKey) {
        Optional<Turn> first = turns.findByKey(owner, idempotencyKey.value());
        if (first.isPresent()
                && first.get().createdAt().isBefore(clock.instant().minus(KEYS_KEPT))) {
            turns.forgetKey(first.get().id());
            return Optional.empty();
        }
        if (first.isPresent() && !MessageDigest.isEqual(first.get().requestHash(), asked.hash())) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used for another question.");
        }
        return first;
    }
}
