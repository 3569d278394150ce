package dev.parley.agent.turn;

import dev.parley.contracts.id.TurnId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names a tool call by its place in its turn: the same in every attempt, and nothing that a model made up. */
record EffectId(TurnId turn, int step, int position) {
    private static final Pattern PLACE = Pattern.compile("(?<turn>[^:]+):(?<step>\\d{1,4}):(?<position>\\d{1,4})");

    @Override
    public String toString() {
        return turn + ":" + step + ":" + position;
    }

    /** Of a call of this turn; empty when it is none. */
    static Optional<EffectId> parse(TurnId turn, String text) {
        Matcher place = PLACE.matcher(text);
        return place.matches() && place.group("turn").equals(turn.toString())
                ? Optional.of(new EffectId(
                        turn, Integer.parseInt(place.group("step")), Integer.parseInt(place.group("position"))))
                : Optional.empty();
    }
}
