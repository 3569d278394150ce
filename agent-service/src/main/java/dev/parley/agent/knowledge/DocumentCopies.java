package dev.parley.agent.knowledge;

import dev.parley.agent.file.Files;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.takeout.KeptData;
import dev.parley.platform.takeout.Takeout;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The documents that somebody has brought, to take along: what is known of them, and each as it came. */
@Component
class DocumentCopies implements KeptData {
    private static final Logger log = LoggerFactory.getLogger(DocumentCopies.class);

    /** All files together, so that an export has room for the rest. */
    private static final long MOST_BYTES = 768L << 20;

    /** A document that is named only. */
    record LeftOut(UUID id, String title, long sizeBytes) {}

    private final Documents documents;
    private final Files files;

    DocumentCopies(Documents documents, Files files) {
        this.documents = documents;
        this.files = files;
    }

    @Override
    public void copyTo(Takeout takeout, Principal person) throws IOException {
        List<Document> there = new ArrayList<>();
        for (UUID id : documents.idsOf(person)) {
            Optional<Document> document = documents.find(id, person);
            if (document.isPresent()) {
                takeout.line("documents.jsonl", DocumentView.of(document.get()));
                there.add(document.get());
            }
        }
        long bytes = 0;
        List<Document> leftOut = new ArrayList<>();
        for (Document document : there) {
            if (bytes + document.size() > MOST_BYTES) {
                leftOut.add(document);
            } else {
                bytes += document.size();
                copy(document, takeout);
            }
        }
        for (Document document : leftOut) {
            takeout.line("documents_left_out.jsonl", new LeftOut(document.id(), document.title(), document.size()));
        }
    }

    private void copy(Document document, Takeout takeout) throws IOException {
        try (InputStream content = files.read(document.file())) {
            takeout.content("documents/" + document.id() + "." + document.type().word(), content);
        } catch (FileNotFoundException e) {
            log.info("Document {} was deleted while it was being copied", document.id());
        }
    }
}
