package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.Migrations;
import dev.parley.testing.backing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExactVectorsTest extends VectorsKit {
    private final Connection connection;
    private final VectorRows rows;
    private final Vectors vectors;

    ExactVectorsTest() throws SQLException {
        TestDatabase database = Databases.fresh();
        Migrations.run(database.dataSource());
        this.connection = database.dataSource().getConnection();
        this.rows = new VectorRows(connection);
        this.vectors =
                new ExactVectors(new Chunks(rows.jdbc()), new IndexStates(rows.jdbc()), KnowledgeSamples.settings());
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
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
        rows.all("select count(*) from chunk_vector");
    }

    @Test
    void a_database_without_the_extension_says_so() {
        assertThat(new MeaningIndex(rows.jdbc()).prepare()).isFalse();
    }
}
