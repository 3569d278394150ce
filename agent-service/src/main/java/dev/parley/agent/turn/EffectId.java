package dev.parley.agent.turn;

import dev.parley.contracts.id.TurnId;

/** Names a tool call by its place in its turn: the same in every attempt, and nothing that a model made up. */
record EffectId(TurnId turn, int step, int position) {
    @Override
    public String toString() {
        return turn + ":" + step + ":" + position;
    }
}
