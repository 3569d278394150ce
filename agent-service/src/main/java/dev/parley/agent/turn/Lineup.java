package dev.parley.agent.turn;

import dev.parley.agent.allowance.Allowance;
import dev.parley.agent.allowance.OverBudget;
import dev.parley.agent.allowance.Place;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelFailure;
import dev.parley.agent.model.ModelFailure.Code;
import dev.parley.agent.model.ModelRequest;
import dev.parley.platform.work.RetryLater;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The models that may answer a turn. The first is in charge until it fails, is full or costs too much; then the next one is,
 * for the rest of the turn. For one thread at a time.
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

    /** To wait for room; then another model is asked, or the turn makes room itself and comes again. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Model> models;
    private final Allowance allowance;
    private int inCharge;
    private @Nullable RetryLater full;

    /** @param models at least one */
    Lineup(List<Model> models, Allowance allowance) {
        this.models = List.copyOf(models);
        this.allowance = allowance;
    }

    Allowance allowance() {
        return allowance;
    }

    /**
     * Leave to ask the one in charge once; where it has no room, or costs more than there is, the next one that has room is.
     *
     * @throws RetryLater when none has room
     * @throws OverBudget when all cost too much
     */
    Place place(ModelRequest request) throws InterruptedException {
        OverBudget spent = null;
        for (int next = inCharge; next < models.size(); next++) {
            try {
                Place place = allowance.place(models.get(next), request, next == inCharge ? PATIENCE : Duration.ZERO);
                inCharge = next;
                return place;
            } catch (RetryLater e) {
                full = full == null ? e : full;
            } catch (OverBudget e) {
                spent = e;
            }
        }
        throw full == null ? Objects.requireNonNull(spent) : full;
    }

    /** What a failure comes to for which nobody stands in: who was passed over because it was full may do better later. */
    RuntimeException end(ModelFailed failed) {
        return full != null && ANOTHER_MAY_DO_BETTER.contains(failed.failure().code()) ? full : failed;
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
