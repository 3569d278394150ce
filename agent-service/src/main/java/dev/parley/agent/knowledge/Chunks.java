package dev.parley.agent.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chunks of documents, with their words and their vectors. */
@Repository
class Chunks {
    /** Of those that have a frequent word, so many are looked at: who has more does not learn much from it. */
    private static final int LOOKED_AT = 1_000;

    private final JdbcClient jdbc;

    Chunks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the document is not there any more */
    boolean add(UUID document, int from, List<String> contents) {
        return jdbc.sql("""
                        insert into chunk (document_id, position, tenant, content)
                        select d.id, :from + place - 1, d.tenant, content
                          from document d, unnest(cast(:contents as text[])) with ordinality as said (content, place)
                         where d.id = :document""")
                        .param("document", document)
                        .param("from", from)
                        .param("contents", contents.toArray(String[]::new))
                        .update()
                == contents.size();
    }

    /**
     * Of chunks that are there.
     *
     * @return false when they, or their document, are not there any more
     */
    boolean addVectors(UUID document, int from, String model, List<float[]> vectors) {
        return jdbc.sql("""
                        insert into chunk_vector (document_id, model, position, tenant, vector)
                        select d.id, :model, :from + place - 1, d.tenant, vector
                          from document d, unnest(cast(:vectors as bytea[])) with ordinality as meant (vector, place)
                         where d.id = :document""")
                        .param("document", document)
                        .param("model", model)
                        .param("from", from)
                        .param("vectors", vectors.stream().map(VectorBytes::of).toArray(byte[][]::new))
                        .update()
                == vectors.size();
    }

    void removeAll(UUID document) {
        jdbc.sql("delete from chunk where document_id = :document")
                .param("document", document)
                .update();
    }

    /** How many chunks of a document have a vector by a model: the first ones. */
    int countVectors(UUID document, String model) {
        return jdbc.sql("select count(*) from chunk_vector where document_id = :document and model = :model")
                .param("document", document)
                .param("model", model)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Whether each chunk of a document has a vector by a model. */
    boolean hasAllVectors(UUID document, String model) {
        return jdbc.sql("""
                        select not exists (
                            select from chunk c where c.document_id = :document
                               and not exists (select from chunk_vector v
                                                where v.document_id = c.document_id and v.position = c.position
                                                  and v.model = :model))""")
                .param("document", document)
                .param("model", model)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** What chunks say, from one on. */
    List<String> contents(UUID document, int from, int most) {
        return jdbc.sql("""
                        select content from chunk where document_id = :document and position >= :from
                         order by position limit :most""")
                .param("document", document)
                .param("from", from)
                .param("most", most)
                .query((row, _) -> row.getString("content"))
                .list();
    }

    /** All vectors of a document by a model, in the order of its chunks: one at a time. */
    void readVectors(UUID document, String model, Consumer<byte[]> reader) {
        jdbc.sql("select vector from chunk_vector where document_id = :document and model = :model order by position")
                .param("document", document)
                .param("model", model)
                .query((ResultSet row) -> reader.accept(row.getBytes("vector")));
    }

    /** Those that have words, best first: all of the words, then some. Of the one tenant of this thread. */
    List<ChunkId> withWords(Collection<String> words, int most) {
        return jdbc.sql("select document_id, position from search_words(cast(:words as text[]), :most, :atMost)")
                .param("words", words.toArray(String[]::new))
                .param("most", most)
                .param("atMost", LOOKED_AT)
                .query((row, _) -> id(row))
                .list();
    }

    /** In no order; those that cannot be found any more are left out. */
    List<StoredChunk> find(String tenant, Collection<ChunkId> ids, String model) {
        return jdbc.sql("""
                        select c.document_id, c.position, d.title, c.content, v.vector
                          from unnest(cast(:documents as uuid[]), cast(:positions as int[])) as wanted (document_id, position)
                          join chunk c on c.document_id = wanted.document_id and c.position = wanted.position
                          join document d on d.id = c.document_id
                          join chunk_vector v on v.document_id = c.document_id and v.position = c.position
                         where v.model = :model and d.status = 'ready' and d.tenant = :tenant""")
                .param("documents", ids.stream().map(ChunkId::document).toArray(UUID[]::new))
                .param("positions", ids.stream().map(ChunkId::position).toArray(Integer[]::new))
                .param("model", model)
                .param("tenant", tenant)
                .query((row, _) -> new StoredChunk(
                        id(row),
                        row.getString("title"),
                        row.getString("content"),
                        VectorBytes.read(row.getBytes("vector"))))
                .list();
    }

    private static ChunkId id(ResultSet row) throws SQLException {
        return new ChunkId(row.getObject("document_id", UUID.class), row.getInt("position"));
    }
}
