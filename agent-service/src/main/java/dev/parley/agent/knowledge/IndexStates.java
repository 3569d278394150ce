package dev.parley.agent.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is to be searched, of each owner. */
@Repository
class IndexStates {
    private final JdbcClient jdbc;

    IndexStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param model whose vectors are searched
     * @param version grows with every change
     */
    record State(String model, long version) {}

    /** By primary key: it is asked for in each turn of somebody who is signed in. Empty for most. */
    Optional<State> of(String tenant) {
        return jdbc.sql("select model, version from knowledge where tenant = :tenant")
                .param("tenant", tenant)
                .query((row, _) -> new State(row.getString("model"), row.getLong("version")))
                .optional();
    }

    /**
     * What can be found has changed.
     *
     * @param model for an owner who had nothing before
     * @return whose vectors are searched
     */
    String raise(String tenant, String model) {
        return jdbc.sql("""
                        insert into knowledge (tenant, model) values (:tenant, :model)
                        on conflict (tenant) do update set version = knowledge.version + 1
                        returning model""")
                .param("tenant", tenant)
                .param("model", model)
                .query((row, _) -> row.getString("model"))
                .single();
    }

    /** What can be found has changed, if there was anything. */
    void raise(String tenant) {
        jdbc.sql("update knowledge set version = version + 1 where tenant = :tenant")
                .param("tenant", tenant)
                .update();
    }

    void remove(String tenant) {
        jdbc.sql("delete from knowledge where tenant = :tenant")
                .param("tenant", tenant)
                .update();
    }

    /** A document that can be searched. */
    record Ready(UUID document, int chunks) {}

    List<Ready> ready(String tenant) {
        return jdbc.sql("select id, chunks from document where tenant = :tenant and status = 'ready'")
                .param("tenant", tenant)
                .query((row, _) -> new Ready(row.getObject("id", UUID.class), row.getInt("chunks")))
                .list();
    }
}
