package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.job.JobDesk;
import dev.parley.agent.job.JobEnd;
import dev.parley.agent.job.JobKind;
import dev.parley.agent.job.JobRun;
import dev.parley.platform.work.WorkKind;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes a document in: reads it, cuts it into chunks, and embeds them, some at a time. It is found when it is whole; who takes
 * over begins anew.
 */
@Component
final class Ingestion extends JobKind<Ingestion.Wanted> {
    private static final int MAX_FAILURES = 5;
    private static final int BATCH = 32;

    private final IngestedDocuments documents;
    private final Extraction extraction;
    private final DocumentEmbedding embedding;
    private final KnowledgeSettings settings;

    /** @param tenant whose it is */
    record Wanted(UUID document, String tenant) {}

    /** What the job answers with. */
    record Ingested(UUID documentId, int chunks) {}

    Ingestion(
            JobDesk desk,
            IngestedDocuments documents,
            Extraction extraction,
            DocumentEmbedding embedding,
            KnowledgeSettings settings) {
        super(desk, new WorkKind("ingestion", settings.deadline(), MAX_FAILURES, settings.concurrency()), Wanted.class);
        this.documents = documents;
        this.extraction = extraction;
        this.embedding = embedding;
        this.settings = settings;
    }

    @Override
    protected Ingested run(Wanted wanted, JobRun job) throws IOException, InterruptedException {
        Document document =
                job.write(() -> documents.begin(wanted.document(), job.id())).orElseThrow(IngestedDocuments::gone);
        job.progress(0, "reading");
        Set<Embedder> embedders = documents.embedders(wanted.tenant());
        embedders.forEach(it -> embedding.requireBudget(it, wanted.tenant()));
        List<String> chunks = extraction.chunks(document);
        job.write(() -> documents.reserve(wanted.document(), wanted.tenant(), chunks.size(), settings.maxOwnChunks()));
        for (int from = 0; from < chunks.size(); from += BATCH) {
            job.progress(from / (double) chunks.size(), "embedding");
            add(wanted, from, chunks.subList(from, Math.min(from + BATCH, chunks.size())), embedders, job);
        }
        return new Ingested(document.id(), chunks.size());
    }

    @Override
    protected void ended(UUID job, JobEnd end) {
        documents.end(job, end);
    }

    private void add(Wanted wanted, int from, List<String> chunks, Set<Embedder> embedders, JobRun job)
            throws InterruptedException {
        Map<Embedder, Embedded> meant = new LinkedHashMap<>();
        for (Embedder embedder : embedders) {
            meant.put(embedder, embedding.embed(chunks, embedder, () -> stopIfUnwanted(job)));
        }
        job.write(() -> {
            documents.add(wanted.document(), from, chunks, meant);
            meant.forEach((embedder, embedded) -> embedding.spend(embedder, embedded, wanted.tenant()));
            return from;
        });
    }

    private static void stopIfUnwanted(JobRun job) throws InterruptedException {
        job.require();
        if (job.cancellation().requested()) {
            throw new InterruptedException("cancelled");
        }
    }
}
