package dev.parley.agent.allowance;

import dev.parley.agent.model.ModelReply;
import java.math.BigDecimal;
import java.util.function.Function;

/** Leave to ask a model once, to be closed when it has answered. A call that does not say so has used nothing. */
public final class Place implements AutoCloseable {
    private final Room room;
    private final Function<ModelReply, BigDecimal> cost;
    private final TurnBudget budget;
    private final BigDecimal estimate;
    private BigDecimal actual = BigDecimal.ZERO;

    Place(Room room, Function<ModelReply, BigDecimal> cost, TurnBudget budget, BigDecimal estimate) {
        this.room = room;
        this.cost = cost;
        this.budget = budget;
        this.estimate = estimate;
    }

    public void used(ModelReply reply) {
        room.used(reply.inputTokens() + reply.outputTokens());
        actual = cost.apply(reply);
    }

    @Override
    public void close() {
        room.close();
        budget.correct(estimate, actual);
    }
}
