package dev.parley.agent.answer;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Prices;
import dev.parley.agent.prompt.Prompt;
import dev.parley.contracts.id.ConversationId;
import dev.parley.platform.cache.CacheMeters;
import dev.parley.platform.cache.CacheSettings;
import dev.parley.platform.work.Fence;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the answers of turns whose prompt allows it. Thread-safe. */
@Component
public class AnswerCache {
    private final KeptAnswers answers;
    private final TransactionOperations transactions;
    private final Prices prices;
    private final CacheMeters meters;
    private final Duration timeToLive;
    private final double temperature;

    AnswerCache(
            KeptAnswers answers,
            TransactionOperations transactions,
            Prices prices,
            MeterRegistry meters,
            CacheSettings settings,
            @Value("${parley.agent.model.temperature}") double temperature) {
        this.answers = answers;
        this.transactions = transactions;
        this.prices = prices;
        this.meters = new CacheMeters(meters, "answers");
        this.timeToLive = settings.timeToLive();
        this.temperature = temperature;
    }

    /**
     * What one turn may take from it, and give to it.
     *
     * @param context what the model is asked with at first: what comes of tools is nobody else's answer
     */
    public TurnAnswers open(ConversationId conversation, Prompt prompt, List<ModelMessage> context, Fence fence) {
        boolean allowed = prompt.answersMayBeKept() && timeToLive.isPositive();
        return allowed ? new OpenAnswers(this, conversation, prompt, context, fence) : TurnAnswers.NONE;
    }

    KeptAnswers answers() {
        return answers;
    }

    CacheMeters meters() {
        return meters;
    }

    byte[] key(Prompt prompt, String model, ModelRequest request) {
        return AnswerKey.of(prompt.version(), model, temperature, request);
    }

    void keep(ConversationId conversation, byte[] key, String model, ModelReply reply, Fence fence) {
        var answer = new KeptAnswer(reply.text(), prices.costUsd(model, reply.inputTokens(), reply.outputTokens()));
        transactions.executeWithoutResult(_ -> {
            fence.requireInTransaction();
            answers.keep(conversation, key, answer, timeToLive);
        });
    }
}
