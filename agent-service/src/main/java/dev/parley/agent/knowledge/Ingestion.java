package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.file.Files;
import dev.parley.agent.job.JobDesk;
import dev.parley.agent.job.JobEnd;
import dev.parley.agent.job.JobKind;
import dev.parley.agent.job.JobRun;
import dev.parley.agent.knowledge.text.Block;
import dev.parley.agent.knowledge.text.Chunker;
import dev.parley.agent.knowledge.text.IsolatedReader;
import dev.parley.agent.knowledge.text.UnusableDocument;
import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkKind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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
    private static final int BATCH = 16;

    private final IngestedDocuments documents;
    private final Files files;
    private final KnowledgeSettings settings;

    /** @param tenant whose it is */
    record Wanted(UUID document, String tenant) {}

    /** What the job answers with. */
    record Ingested(UUID documentId, int chunks) {}

    Ingestion(JobDesk desk, IngestedDocuments documents, Files files, KnowledgeSettings settings) {
        super(desk, new WorkKind("ingestion", settings.deadline(), MAX_FAILURES, settings.concurrency()), Wanted.class);
        this.documents = documents;
        this.files = files;
        this.settings = settings;
    }

    @Override
    protected Ingested run(Wanted wanted, JobRun job) throws IOException, InterruptedException {
        Document document =
                job.write(() -> documents.begin(wanted.document(), job.id())).orElseThrow(Ingestion::gone);
        job.progress(0, "reading");
        List<String> chunks = chunks(document);
        var embedders = documents.embedders(wanted.tenant());
        for (int from = 0; from < chunks.size(); from += BATCH) {
            job.progress(from / (double) chunks.size(), "embedding");
            add(document, from, chunks.subList(from, Math.min(from + BATCH, chunks.size())), embedders, job);
        }
        return new Ingested(document.id(), chunks.size());
    }

    @Override
    protected void ended(UUID job, JobEnd end) {
        documents.end(job, end);
    }

    private List<String> chunks(Document document) throws IOException, InterruptedException {
        try (InputStream file = files.read(document.file())) {
            List<Block> blocks = IsolatedReader.read(document.type(), file);
            List<String> chunks = Chunker.chunks(blocks);
            if (chunks.size() > settings.maxChunks()) {
                throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
            }
            return chunks;
        } catch (UnusableDocument e) {
            throw new PermanentFailure(e.reason().code(), e.reason().detail(), e);
        } catch (FileNotFoundException e) {
            throw new PermanentFailure("file_missing", "The document's file is not there any more.", e);
        }
    }

    private void add(Document document, int from, List<String> chunks, Set<Embedder> embedders, JobRun job)
            throws InterruptedException {
        var pace = new Pace(settings.share());
        Map<Embedder, List<float[]>> vectors = new LinkedHashMap<>();
        for (Embedder embedder : embedders) {
            vectors.put(embedder, pace.embed(chunks, embedder, () -> stopIfUnwanted(job)));
        }
        if (!job.write(() -> documents.add(document.id(), from, chunks, vectors))) {
            throw gone();
        }
    }

    private static void stopIfUnwanted(JobRun job) throws InterruptedException {
        job.require();
        if (job.cancellation().requested()) {
            throw new InterruptedException("cancelled");
        }
    }

    private static PermanentFailure gone() {
        return new PermanentFailure("document_deleted", "The document was deleted.");
    }
}
