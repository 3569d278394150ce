package dev.parley.agent.memory;

import dev.parley.agent.allowance.Budgets;
import dev.parley.agent.allowance.ProviderRoom;
import dev.parley.agent.model.AnswerLimits;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.Prices;
import dev.parley.agent.model.Transcript;
import dev.parley.agent.prompt.Prompts;
import dev.parley.agent.tool.Excerpt;
import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.PermanentFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has a model write summaries. */
@Component
class Summariser {
    /** @param costUsd of the model */
    record Written(String text, BigDecimal costUsd) {}

    /** What is free for everybody stands in when nothing is left to spend. */
    private static final String FREE = "offline";

    private static final int LONGEST = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final double STEADY = 0.2;
    private static final AnswerLimits LIMITS = new AnswerLimits(1_500, List.of());

    private final Models models;
    private final Prices prices;
    private final ProviderRoom room;
    private final Budgets budgets;
    private final Prompts prompts;

    Summariser(Models models, Prices prices, ProviderRoom room, Budgets budgets, Prompts prompts) {
        this.models = models;
        this.prices = prices;
        this.room = room;
        this.budgets = budgets;
        this.prompts = prompts;
    }

    /**
     * @throws WholeAnswer.Failed when the model has said nothing that can be used
     * @throws dev.parley.platform.work.RetryLater when there is no room at its provider
     */
    Written write(Summary before, List<Leaving> messages, SummaryWanted wanted, Cancellation cancellation)
            throws InterruptedException {
        Model model = model(wanted);
        var request = new ModelRequest(
                transcript(before, messages).messages(prompts.summary().text()),
                List.of(),
                null,
                STEADY,
                false,
                LIMITS);
        ModelReply reply = room.in(model, request, PATIENCE, () -> WholeAnswer.of(model, request, cancellation));
        return new Written(
                Excerpt.of(reply.text().strip(), LONGEST),
                prices.costUsd(model.name(), reply.inputTokens(), reply.outputTokens()));
    }

    /** Within the transaction that keeps it. */
    void pay(Written written, SummaryWanted wanted) {
        budgets.spend(written.costUsd(), wanted.owner(), wanted.workspaceId());
    }

    private Model model(SummaryWanted wanted) {
        boolean spent = budgets.isSpent(wanted.owner(), wanted.workspaceId());
        return models.lineup(wanted.model()).stream()
                .filter(model -> !spent || prices.isFree(model.name()))
                .findFirst()
                .or(() -> models.find(FREE))
                .orElseThrow(() -> new PermanentFailure("budget_exceeded", "The budget of this month is spent."));
    }

    private static Transcript transcript(Summary before, List<Leaving> messages) {
        List<Transcript.Line> lines = messages.stream()
                .map(Leaving::said)
                .map(said -> new Transcript.Line(said.speaker().column(), said.text()))
                .toList();
        return new Transcript(before.text(), lines);
    }
}
