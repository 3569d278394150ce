package dev.parley.agent.knowledge;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Documents with vectors in a database of the service's tables, over one connection. */
final class VectorRows {
    private static final String EVERYONE = "*";

    private final JdbcClient jdbc;

    VectorRows(Connection connection) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    <T> T as(String tenants, Supplier<T> work) {
        jdbc.sql("select set_config('parley.tenants', :tenants, false)")
                .param("tenants", tenants)
                .query(String.class)
                .single();
        return work.get();
    }

    IndexStates.State state(String tenant, String model) {
        return new IndexStates(jdbc)
                .of(tenant)
                .map(state -> new IndexStates.State(model, state.version()))
                .orElse(new IndexStates.State(model, 1));
    }

    UUID add(String tenant, String model, List<float[]> meanings) {
        return as(EVERYONE, () -> {
            UUID id = UUID.randomUUID();
            jdbc.sql("insert into stored_file (id, tenant) values (:id, :tenant)")
                    .param("id", id)
                    .param("tenant", tenant)
                    .update();
            jdbc.sql("""
                            insert into document (id, tenant, title, type, size_bytes, content_hash, file_id, job_id, status, chunks)
                            values (:id, :tenant, 'x', 'txt', 1, uuid_send(:id), :id, :id, 'ready', :chunks)""")
                    .param("id", id)
                    .param("tenant", tenant)
                    .param("chunks", meanings.size())
                    .update();
            var chunks = new Chunks(jdbc);
            chunks.add(id, 0, meanings.stream().map(_ -> "said").toList());
            chunks.addVectors(id, 0, model, meanings);
            new IndexStates(jdbc).raise(tenant, VectorsKit.MODEL);
            return id;
        });
    }

    void remove(UUID document, String tenant) {
        as(EVERYONE, () -> {
            jdbc.sql("delete from document where id = :id")
                    .param("id", document)
                    .update();
            return new IndexStates(jdbc).raise(tenant, VectorsKit.MODEL);
        });
    }

    int all(String query) {
        return as(EVERYONE, () -> jdbc.sql(query).query(Integer.class).single());
    }
}
