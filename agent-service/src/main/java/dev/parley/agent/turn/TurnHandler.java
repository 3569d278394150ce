package dev.parley.agent.turn;

import dev.parley.agent.turn.TurnStandings.Standing;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnError;
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
    private final WorkKind kind;
    private final TurnStandings standings;
    private final Answering answering;
    private final Finish finish;
    private final Telling telling;

    TurnHandler(WorkKind turnKind, TurnStandings standings, Answering answering, Finish finish, Telling telling) {
        this.kind = turnKind;
        this.standings = standings;
        this.answering = answering;
        this.finish = finish;
        this.telling = telling;
    }

    @Override
    public WorkKind kind() {
        return kind;
    }

    @Override
    public void run(WorkItem item) throws InterruptedException {
        RequestTurn request = read(item);
        StreamWriter stream = telling.stream(request, item);
        switch (standings.of(request)) {
            case Standing.Wanted() -> {
                telling.begun(request, item, answering.modelName(request));
                end(answering.answer(request, item, stream), item, stream);
            }
            case Standing.Cancelled() -> end(answering.cancelled(request, item), item, stream);
            case Standing.Decided(TurnOutcome outcome) -> tellAgain(outcome, item, stream);
            case Standing.Gone() -> endSilently(request, stream);
        }
    }

    @Override
    public void resend(WorkItem item) {
        RequestTurn request = read(item);
        if (standings.of(request) instanceof Standing.Decided(TurnOutcome outcome)) {
            telling.ended(outcome);
        }
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        RequestTurn request = read(item);
        StreamWriter stream = telling.stream(request, item);
        switch (standings.of(request)) {
            case Standing.Cancelled() -> end(answering.cancelled(request, item), item, stream);
            case Standing.Wanted() -> end(answering.givenUp(request, item, failure), item, stream);
            case Standing.Decided(TurnOutcome outcome) -> tellAgain(outcome, item, stream);
            case Standing.Gone() -> endSilently(request, stream);
        }
    }

    private void end(TurnOutcome outcome, WorkItem item, StreamWriter stream) {
        stream.awaitConfirmation();
        finish.decide(outcome, item.fence());
        Ending.of(outcome).forEach(stream::write);
        telling.ended(outcome);
        stream.awaitConfirmation();
    }

    private void tellAgain(TurnOutcome outcome, WorkItem item, StreamWriter stream) {
        Ending.again(outcome, item.attempt()).forEach(stream::write);
        telling.ended(outcome);
        stream.awaitConfirmation();
    }

    /** Whoever still reads the stream of a deleted conversation is told that it ends; for the record there is nothing. */
    private static void endSilently(RequestTurn request, StreamWriter stream) {
        stream.write(new TurnError(request.turnId(), "conversation_deleted", "The conversation was deleted.", false));
        stream.awaitConfirmation();
    }

    private static RequestTurn read(WorkItem item) {
        return WireJson.read(item.payload(), RequestTurn.class);
    }
}
