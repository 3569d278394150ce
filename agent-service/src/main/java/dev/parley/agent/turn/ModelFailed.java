package dev.parley.agent.turn;

import dev.parley.agent.model.ModelFailure;

/** The model gave no whole answer: the turn ends with what there is. */
final class ModelFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ModelFailure failure;

    ModelFailed(ModelFailure failure) {
        super(failure.detail(), failure.cause());
        this.failure = failure;
    }

    ModelFailure failure() {
        return failure;
    }
}
