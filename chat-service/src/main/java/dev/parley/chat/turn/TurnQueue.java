package dev.parley.chat.turn;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many turns wait in a conversation, and how many of them may be open in all. */
@Component
class TurnQueue {
    private static final Duration A_TURN_ENDS_WITHIN = Duration.ofSeconds(5);

    private final Turns turns;
    private final TurnSettings settings;

    TurnQueue(Turns turns, TurnSettings settings) {
        this.turns = turns;
        this.settings = settings;
    }

    /**
     * For one that has been entered, under its conversation's lock. One that interrupts the others waits for none of them,
     * but while no agent is there to end them, they stay.
     *
     * @throws ProblemException when there is no room for it
     */
    void requireRoom(Turn entered, OnBusy onBusy) {
        int open = turns.countOthersOpen(entered);
        if (open > 0 && onBusy == OnBusy.REJECT) {
            throw new ProblemException(ProblemCode.TURN_IN_PROGRESS, "Another turn of this conversation is running.");
        }
        if (open >= settings.open()) {
            throw tooMany("At most " + settings.open() + " turns of a conversation may be open.");
        }
        if (open > settings.waiting() && onBusy != OnBusy.INTERRUPT) {
            throw tooMany("At most " + settings.waiting() + " turns wait in a conversation.");
        }
    }

    private static ProblemException tooMany(String detail) {
        return new ProblemException(ProblemCode.TOO_MANY_WAITING_TURNS, detail).retryAfter(A_TURN_ENDS_WITHIN);
    }
}
