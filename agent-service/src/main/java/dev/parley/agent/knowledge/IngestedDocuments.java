package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.Embedders;
import dev.parley.agent.job.JobEnd;
import dev.parley.agent.job.JobError;
import dev.parley.agent.job.JobStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the tables say of a document while it is taken in. Each call is within a transaction of the caller's. */
@Component
class IngestedDocuments {
    private static final JobError CANCELLED = new JobError("cancelled", "It was cancelled before it was taken in.");

    private final Documents documents;
    private final Chunks chunks;
    private final IndexStates states;
    private final Embedders embedders;

    IngestedDocuments(Documents documents, Chunks chunks, IndexStates states, Embedders embedders) {
        this.documents = documents;
        this.chunks = chunks;
        this.states = states;
        this.embedders = embedders;
    }

    /** Begins anew: what an earlier try has left goes. Empty when nobody wants it any more. */
    Optional<Document> begin(UUID document, UUID job) {
        Optional<Document> begun = documents.begin(document, job);
        begun.ifPresent(it -> chunks.removeAll(it.id()));
        return begun;
    }

    /** @return false when the document is not there any more */
    boolean add(UUID document, int from, List<String> contents, Map<Embedder, List<float[]>> vectors) {
        return chunks.add(document, from, contents)
                && vectors.entrySet().stream()
                        .allMatch(entry ->
                                chunks.addVectors(document, from, entry.getKey().model(), entry.getValue()));
    }

    /** That by which documents are to be searched; and, until all of the owner's are, that by which they still are. */
    Set<Embedder> embedders(String tenant) {
        Set<Embedder> wanted = new LinkedHashSet<>();
        wanted.add(embedders.preferred());
        states.of(tenant).flatMap(state -> embedders.find(state.model())).ifPresent(wanted::add);
        return wanted;
    }

    /** @param job that was to take one in; it may be gone by now */
    void end(UUID job, JobEnd end) {
        documents.ofJob(job).ifPresent(document -> end(document.id(), document.tenant(), end));
    }

    private void end(UUID document, String tenant, JobEnd end) {
        if (end.status() == JobStatus.SUCCEEDED) {
            documents.ready(document);
            states.raise(tenant, embedders.preferred().model());
        } else {
            chunks.removeAll(document);
            documents.fail(document, end.error() == null ? CANCELLED : end.error());
        }
    }
}
