package dev.parley.agent.turn;

import dev.parley.agent.turn.TurnStandings.Standing;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import org.springframework.stereotype.Component;

/** Does the work that a turn is: answers, decides, tells. A turn that is decided already is only told again. */
@Component
class TurnHandler implements WorkHandler {

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
        telling.end(turn, answering.answer(turn.request(), turn.item(), turn.stream()));
    }

    private void cancel(Telling.Open turn) {
        telling.endWhole(turn, abandoned.cancelled(turn.request(), turn.item()));
    }

    private void giveUp(Telling.Open turn, Failure failure) {
        telling.endWhole(turn, abandoned.givenUp(turn.request(), turn.item(), failure));
    }

    private static RequestTurn read(WorkItem item) {
        return WireJson.read(item.payload(), RequestTurn.class);
    }
}
