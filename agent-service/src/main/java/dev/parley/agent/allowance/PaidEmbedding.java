package dev.parley.agent.allowance;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.EmbeddingTerms;
import dev.parley.agent.model.Prices;
import java.util.List;
import org.springframework.stereotype.Component;

/** Embeddings count among what people may spend, and what a provider has room for. */
@Component
final class PaidEmbedding implements EmbeddingTerms {
    private final ProviderRoom room;
    private final Budgets budgets;
    private final Prices prices;

    PaidEmbedding(ProviderRoom room, Budgets budgets, Prices prices) {
        this.room = room;
        this.budgets = budgets;
        this.prices = prices;
    }

    @Override
    public boolean allows(Embedder embedder, String tenant) {
        return prices.isFree(embedder.model()) || !budgets.isSpentBy(tenant);
    }

    @Override
    public Embedded embed(Embedder embedder, List<String> texts) throws InterruptedException {
        return room.embed(embedder, texts);
    }

    @Override
    public void charge(Embedder embedder, Embedded embedded, String tenant) {
        budgets.spend(prices.costUsd(embedder.model(), embedded.tokens(), 0), tenant);
    }
}
