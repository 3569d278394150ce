package dev.parley.bench.knowledge;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One person's documents. */
final class Shelf {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Person person;

    Shelf(Person person) {
        this.person = person;
    }

    /** Brings documents of so many paragraphs each, waits until they are taken in, and returns how many chunks they have. */
    int bring(int documents, int paragraphs) throws InterruptedException {
        List<String> brought = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            String text = new Prose(i).paragraphs(paragraphs);
            brought.add(person.post(DOCUMENTS, Map.of("title", "Document " + i, "text", text))
                    .path("document_id")
                    .asString());
        }
        int chunks = 0;
        for (String document : brought) {
            chunks += awaitReady(document);
        }
        return chunks;
    }

    private int awaitReady(String document) throws InterruptedException {
        JsonNode state = person.get(DOCUMENTS + "/" + document);
        while (!state.path("status").asString().equals("ready")) {
            if (state.path("status").asString().equals("failed")) {
                throw new IllegalStateException("A document failed: " + state.path("error"));
            }
            Thread.sleep(LOOK_AGAIN);
            state = person.get(DOCUMENTS + "/" + document);
        }
        return state.path("chunks").asInt();
    }

    /** Puts so many copies of each document beside it, past the service: to embed as many would take an hour. */
    void copy(int copies, String database) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute("""
            create temporary table copied as
                select d.id as original, gen_random_uuid() as id
                  from document d, generate_series(1, %2$d) where d.tenant = '%1$s' and d.status = 'ready';
            insert into document (id, tenant, title, type, size_bytes, content_hash, file_id, job_id, status, chunks, ready_at)
                select copied.id, d.tenant, d.title, d.type, d.size_bytes, uuid_send(copied.id), d.file_id, d.job_id, d.status,
                       d.chunks, d.ready_at
                  from copied join document d on d.id = original;
            insert into chunk (document_id, position, tenant, content)
                select copied.id, c.position, c.tenant, c.content from copied join chunk c on c.document_id = original;
            insert into chunk_vector (document_id, model, position, tenant, vector)
                select copied.id, v.model, v.position, v.tenant, v.vector
                  from copied join chunk_vector v on v.document_id = original;
            update knowledge set version = version + 1 where tenant = '%1$s';
            analyze document, chunk, chunk_vector, words.of_chunk""".formatted(person.tenant(), copies));
        } catch (SQLException e) {
            throw new IllegalStateException("The documents cannot be copied", e);
        }
    }
}
