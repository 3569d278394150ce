package dev.parley.agent.turn;

import dev.parley.contracts.id.TurnId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a tool call by its place in its turn: the same in every attempt, and nothing that a model made up. */
record EffectId(TaskId task, int step, int position) {
    private static final Pattern PLACE =
            Pattern.compile("(?<turn>[^:]+):(?:(?<task>\\d{1,4}:\\d{1,4}(?::\\d{1,4}:\\d{1,4}){0,7}):)?"
                    + "(?<step>\\d{1,4}):(?<position>\\d{1,4})");

    TurnId turn() {
        return task.turn();
    }

    /** What the call does, when it hands something over. */
    TaskId handedOver() {
        String place = step + ":" + position;
        return new TaskId(turn(), task.isWhole() ? place : task.path() + ":" + place);
    }

    @Override
    public String toString() {
        return task + ":" + step + ":" + position;
    }

    /** Of a call of this turn; empty when it is none. */
    static Optional<EffectId> parse(TurnId turn, String text) {
        Matcher place = PLACE.matcher(text);
        return place.matches() && place.group("turn").equals(turn.toString())
                ? Optional.of(new TaskId(turn, Objects.requireNonNullElse(place.group("task"), ""))
                        .call(Integer.parseInt(place.group("step")), Integer.parseInt(place.group("position"))))
                : Optional.empty();
    }
}
