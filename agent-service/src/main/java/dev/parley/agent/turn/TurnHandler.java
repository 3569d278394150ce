package dev.parley.agent.turn;

import dev.parley.agent.turn.TurnStandings.Standing;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.Transience;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Fenced;
import dev.parley.platform.work.Paused;
import dev.parley.platform.work.RetryLater;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does the work that a turn is: answers, decides, tells. A turn that is decided already is only told again. */
@Component
class TurnHandler implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(TurnHandler.class);

    /** Of a call: what is left to be done for a turn that nobody has decided. */
    private interface Rest {
        void of(Telling.Open turn) throws InterruptedException;
    }

    private final WorkKind kind;
    private final TurnStandings standings;
    private final Answering answering;
    private final Abandoned abandoned;
    private final Telling telling;

    TurnHandler(WorkKind turnKind, TurnStandings standings, Answering answering, Abandoned abandoned, Telling telling) {
        this.kind = turnKind;
        this.standings = standings;
        this.answering = answering;
        this.abandoned = abandoned;
        this.telling = telling;
    }

    @Override
    public WorkKind kind() {
        return kind;
    }

    @Override
    public void run(WorkItem item) throws InterruptedException {
        goOn(item, this::answer);
    }

    @Override
    public void cancelled(WorkItem item) throws InterruptedException {
        goOn(item, this::cancel);
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) throws InterruptedException {
        goOn(item, turn -> giveUp(turn, failure));
    }

    @Override
    public void resend(WorkItem item) {
        if (standings.of(read(item)) instanceof Standing.Decided(TurnOutcome outcome)) {
            telling.ended(outcome);
        }
    }

    private void goOn(WorkItem item, Rest rest) throws InterruptedException {
        RequestTurn request = read(item);
        Telling.Open turn = telling.open(request, item);
        switch (standings.of(request)) {
            case Standing.Wanted() -> rest.of(turn);
            case Standing.Decided(TurnOutcome outcome) -> telling.tellAgain(turn, outcome);
            case Standing.Gone() -> telling.endSilently(turn);
        }
    }

    private void answer(Telling.Open turn) throws InterruptedException {
        telling.begun(turn, answering.modelName(turn.request()));
        try {
            telling.end(turn, answering.answer(turn.request(), turn.item(), turn.stream()));
        } catch (ApprovalWanted e) {
            telling.paused(turn, e);
            throw new Paused("waits for approval of tool calls", e.atMost());
        }
    }

    private void cancel(Telling.Open turn) {
        endAnyhow(turn, left -> abandoned.cancelled(turn.request(), turn.item(), left));
    }

    private void giveUp(Telling.Open turn, Failure failure) {
        endAnyhow(turn, left -> abandoned.givenUp(turn.request(), turn.item(), left, failure));
    }

    /** Whatever a turn has left, and be it that nothing takes it: it ends, if need be without that. */
    private void endAnyhow(Telling.Open turn, Function<Left, TurnOutcome> outcome) {
        try {
            telling.endWhole(turn, outcome.apply(abandoned.left(turn.request())));
        } catch (Fenced | RetryLater e) {
            throw e;
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            log.warn(
                    "Turn {} ends without what it had, which cannot be kept",
                    turn.request().turnId(),
                    e);
            telling.endBare(turn, outcome.apply(Left.NOTHING));
        }
    }

    private static RequestTurn read(WorkItem item) {
        return WireJson.read(item.payload(), RequestTurn.class);
    }
}
