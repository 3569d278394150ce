package dev.parley.agent.allowance;

import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Prices;
import dev.parley.agent.model.RequestTokens;
import java.math.BigDecimal;
import java.time.Duration;

/** What one attempt at a turn may take: room at providers, and money. Safe for many threads. */
public final class Allowance {
    /** Nobody knows how long an answer gets: longer than most. */
    private static final int ANSWER_TOKENS = 1000;

    private final ProviderRoom room;
    private final Prices prices;
    private final TurnBudget budget;

    Allowance(ProviderRoom room, Prices prices, TurnBudget budget) {
        this.room = room;
        this.prices = prices;
        this.budget = budget;
    }

    /**
     * Waits for room to ask a model once, and puts aside what that may cost.
     *
     * @throws dev.parley.platform.work.RetryLater when there is no room in time
     * @throws OverBudget before the first call of the attempt, when there is not enough left
     */
    public Place place(Model model, ModelRequest request, Duration patience) throws InterruptedException {
        Room taken = room.enter(model, request, patience);
        try {
            BigDecimal estimate = estimate(model, request);
            budget.take(estimate);
            return new Place(taken, reply -> cost(model.name(), reply), budget, estimate);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /** A step of an earlier attempt, which is not asked for again. */
    public void replayed(String model, ModelReply reply) {
        budget.correct(BigDecimal.ZERO, cost(model, reply));
    }

    /** The turn waits for somebody. */
    public void pause(Duration atMost) {
        budget.pause(atMost);
    }

    private BigDecimal estimate(Model model, ModelRequest request) {
        if (!budget.isBounded() || prices.isFree(model.name())) {
            return BigDecimal.ZERO;
        }
        Integer most = request.limits().maxTokens();
        int answer = most == null ? ANSWER_TOKENS : Math.min(most, ANSWER_TOKENS);
        return prices.costUsd(model.name(), RequestTokens.of(request), answer);
    }

    private BigDecimal cost(String model, ModelReply reply) {
        return prices.costUsd(model, reply.inputTokens(), reply.outputTokens());
    }
}
