package dev.parley.agent.job;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All jobs that are known. */
@Repository
class Jobs {
    private final JdbcClient jdbc;

    Jobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String kind, String tenant) {
        jdbc.sql("insert into job (id, kind, tenant) values (:id, :kind, :tenant)")
                .param("id", id)
                .param("kind", kind)
                .param("tenant", tenant)
                .update();
    }

    Optional<Job> find(UUID id, Principal owner) {
        return jdbc.sql("select * from job where id = :id and tenant = :tenant")
                .param("id", id)
                .param("tenant", TenantScope.nameOf(owner))
                .query(Jobs::read)
                .optional();
    }

    /**
     * To look how far it is elsewhere is not to begin it anew.
     *
     * @return false when it has ended, or is not there any more
     */
    boolean begin(UUID id) {
        return jdbc.sql("""
                        update job
                           set started_at = coalesce(started_at, now()),
                               attempts = attempts + case when elsewhere then 0 else 1 end
                         where id = :id and status = 'open'""").param("id", id).update() == 1;
    }

    void leave(UUID id) {
        jdbc.sql("update job set elsewhere = true where id = :id and not elsewhere")
                .param("id", id)
                .update();
    }

    /** Has everybody who follows it look, though its row is as it was. */
    void tell(UUID id) {
        jdbc.sql("select pg_notify(:channel, :id)")
                .param("channel", JobNews.CHANNEL)
                .param("id", id.toString())
                .query((_, _) -> id)
                .single();
    }

    /** Of somebody, of one kind, how many have not ended. */
    long open(String kind, String tenant) {
        return jdbc.sql("select count(*) from job where tenant = :tenant and kind = :kind and status = 'open'")
                .param("tenant", tenant)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    /** @return false when it has ended before, or is not there any more */
    boolean finish(UUID id, JobEnd end) {
        JobError error = end.error();
        return jdbc.sql("""
                        update job
                           set status = :status, result = :result, error_code = :code, error_detail = :detail,
                               finished_at = now()
                         where id = :id and status = 'open'""")
                        .param("id", id)
                        .param("status", end.status().word())
                        .param("result", end.result() == null ? null : WireJson.write(end.result()))
                        .param("code", error == null ? null : error.code())
                        .param("detail", error == null ? null : error.detail())
                        .update()
                == 1;
    }

    List<UUID> ofTenant(String tenant) {
        return jdbc.sql("select id from job where tenant = :tenant")
                .param("tenant", tenant)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void remove(List<UUID> ids) {
        jdbc.sql("delete from job where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** Forgets those that ended longer ago, at most so many, and returns how many that were. */
    int forget(Duration age, int most) {
        return jdbc.sql("""
                        delete from job where id in (
                            select id
                              from job
                             where finished_at < now() - :age * interval '1 ms'
                             order by finished_at
                             limit :most)""").param("age", age.toMillis()).param("most", most).update();
    }

    private static Job read(ResultSet row, int line) throws SQLException {
        String code = row.getString("error_code");
        String status = row.getString("status");
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                status.equals("open") ? null : JobStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                row.getBoolean("elsewhere"),
                row.getInt("attempts"),
                row.getBytes("result"),
                code == null ? null : new JobError(code, row.getString("error_detail")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
