package dev.parley.agent.knowledge;

import dev.parley.agent.file.Files;
import dev.parley.agent.knowledge.text.Chunker;
import dev.parley.agent.knowledge.text.IsolatedReader;
import dev.parley.agent.knowledge.text.UnusableDocument;
import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import dev.parley.platform.work.PermanentFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes chunks of a document's file. */
@Component
class Extraction {
    private final Files files;
    private final IsolatedReader reader;
    private final KnowledgeSettings settings;

    Extraction(Files files, IsolatedReader reader, KnowledgeSettings settings) {
        this.files = files;
        this.reader = reader;
        this.settings = settings;
    }

    /**
     * Never none.
     *
     * @throws PermanentFailure when there is no text to be had
     * @throws IOException when the file cannot be read, or its reader does not start: another time it may
     */
    List<String> chunks(Document document) throws IOException, InterruptedException {
        try (InputStream file = files.read(document.file())) {
            List<String> chunks = Chunker.chunks(reader.read(document.type(), file));
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
}
