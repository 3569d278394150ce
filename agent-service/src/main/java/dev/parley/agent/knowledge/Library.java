package dev.parley.agent.knowledge;

import dev.parley.agent.file.Files;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.idempotency.Answer;
import dev.parley.platform.idempotency.Idempotency;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.time.IdSource;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes documents in from people: the file first, then, in one transaction, all that is to be done with it. */
@Component
class Library {
    private static final String OPERATION = "POST /api/v1/knowledge/documents";

    private final Documents documents;
    private final Ingestion ingestion;
    private final Files files;
    private final Idempotency idempotency;
    private final IdSource ids;
    private final KnowledgeSettings settings;

    Library(
            Documents documents,
            Ingestion ingestion,
            Files files,
            Idempotency idempotency,
            IdSource ids,
            KnowledgeSettings settings) {
        this.documents = documents;
        this.ingestion = ingestion;
        this.files = files;
        this.idempotency = idempotency;
        this.ids = ids;
        this.settings = settings;
    }

    /** Where to look how far it is. */
    record Accepted(UUID documentId, UUID jobId) {}

    /** Content that the owner has brought before is the same document; one that has failed is tried again. */
    ResponseEntity<byte[]> take(Caller.User caller, @Nullable IdempotencyKey key, Upload upload) throws IOException {
        NewDocument document = Uploads.inspect(upload);
        UUID file = files.add(caller.principal(), upload.size(), upload.content());
        var used = new AtomicBoolean();
        try {
            String hash = idempotency.hash(
                    OPERATION, document.title() + "\n" + HexFormat.of().formatHex(document.hash()));
            return idempotency.once(
                    caller, key, hash, () -> Answer.accepted(add(caller.principal(), document, file, used)));
        } finally {
            if (!used.get()) {
                files.deleteOrLeave(file);
            }
        }
    }

    private Accepted add(Principal owner, NewDocument document, UUID file, AtomicBoolean used) {
        documents.hold(TenantScope.nameOf(owner));
        Document same = documents.withContent(owner, document.hash()).orElse(null);
        if (same != null) {
            return same.status() == DocumentStatus.FAILED
                    ? retry(owner, document, same.id())
                    : new Accepted(same.id(), same.job());
        }
        if (documents.holdings(owner).isFull(settings)) {
            throw new ProblemException(ProblemCode.TOO_MANY_DOCUMENTS, Holdings.FULL);
        }
        UUID id = ids.next();
        UUID job = start(owner, id);
        if (!documents.add(id, owner, document, file, job)) {
            throw new ProblemException(ProblemCode.INVALID_TOKEN, "The account is gone.");
        }
        used.set(true);
        return new Accepted(id, job);
    }

    private Accepted retry(Principal owner, NewDocument document, UUID id) {
        UUID job = start(owner, id);
        documents.retry(id, document.title(), job);
        return new Accepted(id, job);
    }

    private UUID start(Principal owner, UUID document) {
        return ingestion.start(owner, new Ingestion.Wanted(document, TenantScope.nameOf(owner)));
    }
}
