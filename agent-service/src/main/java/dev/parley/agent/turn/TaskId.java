package dev.parley.agent.turn;

import dev.parley.contracts.id.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Names what one assistant does for a turn: all of it, or the part that a call hands over.
 *
 * @param path the place of that call, such as {@code 0:1}; empty: all of it
 */
record TaskId(TurnId turn, String path) {
    /** The turn itself. */
    static TaskId whole(TurnId turn) {
        return new TaskId(turn, "");
    }

    boolean isWhole() {
        return path.isEmpty();
    }

    EffectId call(int step, int position) {
        return new EffectId(this, step, position);
    }

    /** The call that hands it over. */
    @Nullable
    String parentCall() {
        return isWhole() ? null : toString();
    }

    @Override
    public String toString() {
        return isWhole() ? turn.toString() : turn + ":" + path;
    }
}
