package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.turn.HeldItem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In a PostgreSQL that has pgvector; skipped, and that is said, where it cannot be had. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexedVectorsTest extends VectorsKit {
    private final PgVectorServer server;
    private final Connection connection;
    private final VectorRows rows;
    private final MeaningIndex index;
    private final IndexedVectors vectors;
    private final MeaningIndexing indexing;

    IndexedVectorsTest() throws SQLException, IOException, InterruptedException {
        this.server = PgVectorServer.start();
        this.connection = server.migrated();
        this.rows = new VectorRows(connection);
        this.index = new MeaningIndex(rows.jdbc());
        var exact =
                new ExactVectors(new Chunks(rows.jdbc()), new IndexStates(rows.jdbc()), KnowledgeSamples.settings());
        this.vectors = new IndexedVectors(index, exact, KnowledgeSamples.settings());
        vectors.afterSingletonsInstantiated();
        this.indexing = new MeaningIndexing(index, vectors);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        server.close();
    }

    @Override
    VectorRows rows() {
        return rows;
    }

    @Override
    Vectors vectors() {
        return vectors;
    }

    @Override
    void written() {
        rows.as("*", () -> {
            indexing.run(HeldItem.of("meaning-indexing", new byte[0]));
            return true;
        });
        assertThat(rows.all("select count(*) from chunk_vector where meaning is null"))
                .isZero();
    }

    @Test
    void an_index_leads_to_them_under_row_level_security() {
        String tenant = "user:of-an-index";
        add(tenant, MODEL, 1, 50);
        written();
        String scans = "select pg_stat_get_xact_numscans(to_regclass(meanings.index_of('" + MODEL + "')))::int";
        assertThat(rows.all(
                        "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isZero();

        rows.jdbc().sql("begin").update();
        int found = nearest(tenant, meaning(), 10).size();
        int used = rows.all(scans);
        rows.jdbc().sql("commit").update();

        assertThat(found).isEqualTo(10);
        assertThat(used).isPositive();
    }

    @Test
    void what_came_before_the_extension_is_looked_at_until_it_is_entered() {
        String tenant = "user:from-before";
        add(tenant, MODEL, 1, 20);
        written();
        rows.as(
                "*",
                () -> rows.jdbc()
                        .sql("update chunk_vector set meaning = null where tenant = :tenant")
                        .param("tenant", tenant)
                        .update());

        assertThat(rows.as(tenant, () -> index.nearest(meaning(), MODEL, 10))).isEmpty();
        assertThat(nearest(tenant, meaning(), 10)).hasSize(10);

        written();
        assertThat(rows.as(tenant, () -> index.nearest(meaning(), MODEL, 10)).orElseThrow())
                .hasSize(10);
    }

    @Test
    void a_vector_is_read_as_it_was_written() {
        String vector = "'\\x0000803f000000bfcdcccc3d000000000000808bffff7f7f'::bytea";

        assertThat(rows.jdbc()
                        .sql("select meanings.text_of(" + vector + ")")
                        .query(String.class)
                        .single())
                .isEqualTo("[1,-0.5,0.1,0,-4.9303807e-32,3.4028235e+38]");
    }
}
