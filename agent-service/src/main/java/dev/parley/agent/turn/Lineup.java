package dev.parley.agent.turn;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelFailure.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The models that may answer a turn. The first is in charge until it fails; then the next one is, for the rest of the turn.
 * For one thread at a time.
 */
final class Lineup {
    /** What says nothing about the question, so that another model may do better. */
    private static final Set<Code> ANOTHER_MAY_DO_BETTER = EnumSet.of(
            Code.MODEL_UNAVAILABLE,
            Code.MODEL_RATE_LIMITED,
            Code.MODEL_OVERLOADED,
            Code.MODEL_TIMEOUT,
            Code.MODEL_CUT_OFF,
            Code.MODEL_GARBLED);

    private final List<Model> models;
    private int inCharge;

    /** @param models at least one */
    Lineup(List<Model> models) {
        this.models = List.copyOf(models);
    }

    Model inCharge() {
        return models.get(inCharge);
    }

    /** Puts the next model in charge, if there is one and it may do better than the one that failed. */
    boolean takesOver(ModelFailure failure) {
        if (inCharge + 1 == models.size() || !ANOTHER_MAY_DO_BETTER.contains(failure.code())) {
            return false;
        }
        inCharge++;
        return true;
    }
}
