package dev.parley.agent.turn;

import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.WorkItem;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the outcome of turns that are not gone on with, of what earlier attempts have left. */
@Component
class Abandoned {

    private final Remnants remnants;
    private final Reminder reminder;
    private final Thinking thinking;
    private final Clock clock;

    Abandoned(Remnants remnants, Reminder reminder, Thinking thinking, Clock clock) {
        this.remnants = remnants;
        this.reminder = reminder;
        this.thinking = thinking;
        this.clock = clock;
    }

    /** Of which the outcome is made. */
    Left left(RequestTurn request) {
        return remnants.of(request);
    }

    /** Nobody wants it any more. */
    TurnOutcome cancelled(RequestTurn request, WorkItem item, Left left) {
        return restored(request, item, left).completed(left.remains().text(), FinishReason.CANCELLED, clock.instant());
    }

    /** The runtime has given it up. What an exception said stays in our logs. */
    TurnOutcome givenUp(RequestTurn request, WorkItem item, Left left, Failure failure) {
        return restored(request, item, left)
                .failed(left.remains().text(), failure.code(), detail(failure), true, clock.instant());
    }

    private static String detail(Failure failure) {
        return switch (failure.code()) {
            case Failure.EXPIRED -> "The turn waited too long to begin.";
            case Failure.DEADLINE_EXCEEDED -> "The turn took too long.";
            case Failure.TOO_MANY_FAILURES -> "The turn failed on our side, several times.";
            default -> failure.detail();
        };
    }

    private Progress restored(RequestTurn request, WorkItem item, Left left) {
        return new Progress(request, item.attempt(), thinking.modelName(request), reminder.prompt(request))
                .restore(left.remains(), left.calls());
    }
}
