package dev.parley.agent.file;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All files that were ever begun to be stored, and are not deleted. */
@Repository
class StoredFiles {
    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String tenant) {
        jdbc.sql("insert into stored_file (id, tenant) values (:id, :tenant)")
                .param("id", id)
                .param("tenant", tenant)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from stored_file where id = :id").param("id", id).update();
    }

    /** Those that are older and that nothing refers to. */
    List<UUID> unused(Duration age, int most) {
        return jdbc.sql("""
                        select id from stored_file f
                         where stored_at < now() - :age * interval '1 ms'
                           and not exists (select from document d where d.file_id = f.id)
                         order by stored_at limit :most""")
                .param("age", age.toMillis())
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
