package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.EmbeddingFailure;
import dev.parley.agent.embedding.EmbeddingTerms;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Embeds what documents say: by a model that computes here a text at a time, with pauses; by one of a provider all at once,
 * within its limits, and again when it fails. Thread-safe.
 */
@Component
class DocumentEmbedding {
    private static final Logger log = LoggerFactory.getLogger(DocumentEmbedding.class);

    private static final int TRIES = 5;
    private static final Duration BACKOFF = Duration.ofMillis(500);
    private static final Duration NO_ROOM = Duration.ofSeconds(1);

    /** A provider that wants to be left alone for longer is not waited for here: the work comes again. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final EmbeddingTerms terms;
    private final KnowledgeSettings settings;

    DocumentEmbedding(EmbeddingTerms terms, KnowledgeSettings settings) {
        this.terms = terms;
        this.settings = settings;
    }

    /** @throws PermanentFailure when the owner has nothing left to spend on it */
    void requireBudget(Embedder embedder, String tenant) {
        if (!terms.allows(embedder, tenant)) {
            throw new PermanentFailure("budget_exceeded", "The budget of this month is used up.");
        }
    }

    /** Within the transaction that stores the vectors. */
    void spend(Embedder embedder, Embedded embedded, String tenant) {
        terms.charge(embedder, embedded, tenant);
    }

    /**
     * Embeds a batch.
     *
     * @param check asked before each text, or each try
     * @throws PermanentFailure when the provider will never do it
     * @throws RetryLater when it wants to be left alone for a while
     * @throws EmbeddingFailure when it has failed too often
     */
    Embedded embed(List<String> texts, Embedder embedder, Pace.Check check) throws InterruptedException {
        if (!embedder.isRemote()) {
            return new Embedded(new Pace(settings.share()).embed(texts, embedder, check), 0);
        }
        int failures = 0;
        while (true) {
            check.goOn();
            try {
                return terms.embed(embedder, texts);
            } catch (RetryLater noRoom) {
                Thread.sleep(Objects.requireNonNullElse(noRoom.after(), NO_ROOM));
            } catch (EmbeddingFailure failure) {
                failures++;
                Thread.sleep(pause(failures, failure));
            }
        }
    }

    private static Duration pause(int failures, EmbeddingFailure failure) {
        if (!failure.retryable()) {
            throw new PermanentFailure("embedding_unavailable", failure.detail(), failure);
        }
        Duration wanted = failure.retryAfter();
        if (wanted != null && wanted.compareTo(LONGEST_PAUSE) > 0) {
            throw new RetryLater(failure.detail(), wanted, failure);
        }
        if (failures == TRIES) {
            throw failure;
        }
        log.atInfo().addKeyValue("failures", failures).log("Embedding is tried again: {}", failure.detail());
        return wanted == null ? jittered(BACKOFF.multipliedBy(1L << failures)) : wanted.plus(jittered(BACKOFF));
    }

    /** From half of it to the whole, so that those who failed together do not return together. */
    private static Duration jittered(Duration whole) {
        long half = whole.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
