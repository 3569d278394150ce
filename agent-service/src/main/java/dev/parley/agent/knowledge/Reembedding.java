package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.Embedders;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkCommand;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Embeds an owner's documents by another model than they are searched by. Until all of them are, the old vectors are searched;
 * then the new ones, from one search to the next. Goes on where another run has left it.
 */
@Component
class Reembedding implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(Reembedding.class);
    private static final WorkKind KIND = new WorkKind("reembedding", Duration.ofHours(12), 10, 1);
    private static final int BATCH = 32;

    private final Reindex reindex;
    private final Chunks chunks;
    private final Embedders embedders;
    private final DocumentEmbedding embedding;
    private final TransactionOperations transactions;

    Reembedding(
            Reindex reindex,
            Chunks chunks,
            Embedders embedders,
            DocumentEmbedding embedding,
            TransactionOperations transactions) {
        this.reindex = reindex;
        this.chunks = chunks;
        this.embedders = embedders;
        this.embedding = embedding;
        this.transactions = transactions;
    }

    /** One at a time for each owner: asked for again while it is open, it is the same; later, it is done again. */
    static NewWork of(String tenant) {
        return work(id(tenant), tenant);
    }

    /** For the sake of one document: that which runs already may have looked too early. */
    static NewWork of(String tenant, UUID document) {
        return work(id(tenant + "/" + document), tenant);
    }

    private static NewWork work(UUID id, String tenant) {
        byte[] payload = tenant.getBytes(StandardCharsets.UTF_8);
        return new NewWork(id, KIND.name(), lane(tenant), tenant, payload, null, null, null);
    }

    /** Nothing of the owner is left in the queue. */
    static WorkCommand erasure(String tenant) {
        return new WorkCommand.Erase(lane(tenant), "The owner is gone.");
    }

    private static UUID id(String tenant) {
        return UUID.nameUUIDFromBytes((KIND.name() + "/" + tenant).getBytes(StandardCharsets.UTF_8));
    }

    private static String lane(String tenant) {
        return KIND.name() + "/" + id(tenant);
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) throws InterruptedException {
        String tenant = new String(item.payload(), StandardCharsets.UTF_8);
        Embedder embedder = embedders.preferred();
        do {
            for (UUID document : reindex.missing(tenant, embedder.model())) {
                embed(item, document, embedder);
            }
        } while (!fenced(item, () -> reindex.complete(tenant, embedder.model())));
        log.info("Documents of an owner are searched by {} from now on", embedder.model());
    }

    private void embed(WorkItem item, UUID document, Embedder embedder) throws InterruptedException {
        int from = chunks.countVectors(document, embedder.model());
        for (List<String> batch = chunks.contents(document, from, BATCH);
                !batch.isEmpty();
                batch = chunks.contents(document, from, BATCH)) {
            List<float[]> vectors =
                    embedding.embed(batch, embedder, item.fence()::require).vectors();
            int at = from;
            if (!fenced(item, () -> chunks.addVectors(document, at, embedder.model(), vectors))) {
                return;
            }
            from += batch.size();
        }
    }

    private boolean fenced(WorkItem item, Supplier<Boolean> change) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            item.fence().requireInTransaction();
            return change.get();
        }));
    }

    /** There is something to be done again. */
    @Override
    public void resend(WorkItem item) throws InterruptedException {
        run(item);
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Documents of an owner are still searched by an old model: {}", failure);
    }
}
