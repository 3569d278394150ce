package dev.parley.agent.knowledge;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which owners' documents are searched by another model than they are to be. */
@Repository
class Reindex {
    private static final String MISSING = """
            select d.id from document d
             where d.tenant = :tenant and d.status = 'ready'
               and not exists (select from chunk_vector v
                                where v.document_id = d.id and v.model = :model and v.position = d.chunks - 1)
            """;

    private final JdbcClient jdbc;

    Reindex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> outdated(String model, int most) {
        return jdbc.sql("select tenant from knowledge where model <> :model limit :most")
                .param("model", model)
                .param("most", most)
                .query((row, _) -> row.getString("tenant"))
                .list();
    }

    /** Documents of which the last chunk has no vector by the model. */
    List<UUID> missing(String tenant, String model) {
        return jdbc.sql(MISSING)
                .param("tenant", tenant)
                .param("model", model)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * From now on the model is searched, and the vectors of others go.
     *
     * @return false when a document has come meanwhile that has none by it
     */
    boolean complete(String tenant, String model) {
        boolean gone = jdbc.sql("select tenant from knowledge where tenant = :tenant for update")
                .param("tenant", tenant)
                .query((row, _) -> row.getString("tenant"))
                .optional()
                .isEmpty();
        if (gone) {
            return true;
        }
        if (!missing(tenant, model).isEmpty()) {
            return false;
        }
        jdbc.sql("update knowledge set model = :model, version = version + 1 where tenant = :tenant")
                .param("tenant", tenant)
                .param("model", model)
                .update();
        jdbc.sql("delete from chunk_vector where tenant = :tenant and model <> :model")
                .param("tenant", tenant)
                .param("model", model)
                .update();
        return true;
    }
}
