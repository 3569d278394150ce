package dev.parley.chat.turn;

import dev.parley.chat.stream.OpenedStream;
import dev.parley.chat.stream.TurnStreams;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns a question into a turn: followed first, then entered, then put on the log, and only then accepted. A repeat under
 * the same idempotency key joins the first turn from its start.
 */
@Component
public class Acceptance {
    private static final Logger log = LoggerFactory.getLogger(Acceptance.class);
    private static final int TRIES = 3;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Admission admission;
    private final TurnFactory factory;
    private final TurnStreams streams;
    private final TurnLedger ledger;
    private final TurnRequests requests;

    Acceptance(
            Admission admission, TurnFactory factory, TurnStreams streams, TurnLedger ledger, TurnRequests requests) {
        this.admission = admission;
        this.factory = factory;
        this.streams = streams;
        this.ledger = ledger;
        this.requests = requests;
    }

    /**
     * @throws ProblemException when the question may not become a turn
     * @throws SendFailed when the log did not confirm in time; in both cases nothing has changed
     */
    public Accepted accept(Principal owner, Asked asked, @Nullable IdempotencyKey idempotencyKey) {
        return accept(owner, () -> asked, idempotencyKey, Beginning.PLAIN);
    }

    /**
     * The same for a question whose conversation has another name.
     *
     * @param question asked for once more when the conversation was begun elsewhere meanwhile
     * @param beginning what is noted if it begins one
     */
    public Accepted accept(
            Principal owner, Supplier<Asked> question, @Nullable IdempotencyKey idempotencyKey, Beginning beginning) {
        for (int tries = 0; tries < TRIES; tries++) {
            Asked asked = question.get();
            Optional<Turn> first = ledger.earlier(owner, asked, idempotencyKey);
            Optional<Accepted> accepted =
                    first.isPresent() ? Optional.of(join(first.get())) : begin(owner, asked, idempotencyKey, beginning);
            if (accepted.isPresent()) {
                return accepted.get();
            }
        }
        throw new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "The conversation, or other turns of this Idempotency-Key, are being taken back.")
                .retryAfter(RETRY);
    }

    /** Empty when another turn took the key, or began the conversation, first; it may be gone again when one looks. */
    private Optional<Accepted> begin(
            Principal owner, Asked asked, @Nullable IdempotencyKey idempotencyKey, Beginning beginning) {
        Optional<ConversationId> known = admission.check(owner, asked);
        ConversationId conversation = known.orElseGet(factory::newConversationId);
        OpenedStream opened = streams.open(factory.newTurnId());
        Turn turn = factory.make(opened.place(), conversation, owner, asked, idempotencyKey);
        try {
            if (ledger.enter(turn, known.isEmpty() ? beginning : null, asked.onBusy())) {
                requests.send(turn);
                return Optional.of(new Accepted(turn, opened.events(), false));
            }
        } catch (BegunElsewhere e) {
            log.debug("Asked again in the conversation that is there", e);
        } catch (RuntimeException e) {
            opened.events().close();
            throw e;
        }
        opened.events().close();
        return Optional.empty();
    }

    private Accepted join(Turn turn) {
        if (!turn.acked()) {
            requests.send(turn);
        }
        return new Accepted(turn, streams.replay(turn.place(), turn.outcome()), true);
    }
}
