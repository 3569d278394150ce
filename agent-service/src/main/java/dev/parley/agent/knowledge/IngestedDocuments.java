package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.Embedders;
import dev.parley.agent.job.JobEnd;
import dev.parley.agent.job.JobError;
import dev.parley.agent.job.JobStatus;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.PermanentFailure;
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
    private final Inbox inbox;

    IngestedDocuments(Documents documents, Chunks chunks, IndexStates states, Embedders embedders, Inbox inbox) {
        this.documents = documents;
        this.chunks = chunks;
        this.states = states;
        this.embedders = embedders;
        this.inbox = inbox;
    }

    /** Begins anew: what an earlier try has left goes. Empty when nobody wants it any more. */
    Optional<Document> begin(UUID document, UUID job) {
        Optional<Document> begun = documents.begin(document, job);
        begun.ifPresent(it -> chunks.removeAll(it.id()));
        return begun;
    }

    /**
     * Puts room aside for a document's chunks, so that what is taken in at the same time does not count on it.
     *
     * @param most chunks that the owner may have
     * @return how many that leaves
     * @throws PermanentFailure when there is no room for so many, or the document is not there any more
     */
    long reserve(UUID document, String tenant, int count, int most) {
        documents.hold(tenant);
        long left = most - documents.chunksBeside(document, tenant) - count;
        if (left < 0) {
            throw new PermanentFailure("too_many_documents", Holdings.FULL);
        }
        if (!documents.reserve(document, count)) {
            throw gone();
        }
        return left;
    }

    /** @throws PermanentFailure when the document is not there any more */
    void add(UUID document, int from, List<String> contents, Map<Embedder, Embedded> meant) {
        if (!chunks.add(document, from, contents)) {
            throw gone();
        }
        meant.forEach((embedder, embedded) -> {
            if (!chunks.addVectors(document, from, embedder.model(), embedded.vectors())) {
                throw gone();
            }
        });
    }

    static PermanentFailure gone() {
        return new PermanentFailure("document_deleted", "The document was deleted.");
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

    void end(UUID document, String tenant, JobEnd end) {
        if (end.status() == JobStatus.SUCCEEDED) {
            documents.ready(document);
            requireFound(
                    document, tenant, states.raise(tenant, embedders.preferred().model()));
        } else {
            chunks.removeAll(document);
            documents.fail(document, end.error() == null ? CANCELLED : end.error());
        }
    }

    /**
     * The owner may have been switched over to a model that was not known when this document was begun, or by another replica:
     * then its vectors by that are made now.
     */
    private void requireFound(UUID document, String tenant, String searched) {
        if (chunks.hasAllVectors(document, searched)) {
            return;
        }
        inbox.put(List.of(Reembedding.of(tenant, document)));
    }
}
