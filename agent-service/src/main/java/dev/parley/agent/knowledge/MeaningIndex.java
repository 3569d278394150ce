package dev.parley.agent.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The database's own index of meanings, where it has pgvector. */
@Repository
class MeaningIndex {
    private final JdbcClient jdbc;

    MeaningIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the database has no pgvector, or none that is new enough */
    boolean prepare() {
        return jdbc.sql("select prepare_meanings()")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Of vectors that came before pgvector; returns of how many. Of the tenants of this thread. */
    int fill(int most) {
        return jdbc.sql("select fill_meanings(:most)")
                .param("most", most)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** An index for each model that is searched by, if it has none. Of the tenants of this thread. */
    void complete() {
        jdbc.sql("select index_meanings()").query((_, _) -> true).single();
    }

    /** Nearest first, of the one tenant of this thread. Empty when the index cannot tell yet. */
    Optional<List<ChunkId>> nearest(float[] wanted, String model, int most) {
        List<Optional<ChunkId>> found = jdbc.sql(
                        "select document_id, position from near_meanings(:wanted, :model, :most)")
                .param("wanted", text(wanted))
                .param("model", model)
                .param("most", most)
                .query((row, _) -> chunk(row.getObject("document_id", UUID.class), row.getInt("position")))
                .list();
        return found.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(found.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<ChunkId> chunk(@Nullable UUID document, int position) {
        return document == null ? Optional.empty() : Optional.of(new ChunkId(document, position));
    }

    private static String text(float[] vector) {
        return IntStream.range(0, vector.length)
                .mapToObj(i -> Float.toString(vector[i]))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
