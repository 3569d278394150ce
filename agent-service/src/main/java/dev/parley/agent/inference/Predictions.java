package dev.parley.agent.inference;

import dev.parley.contracts.id.Principal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What open jobs have begun at providers. */
@Repository
class Predictions {
    private static final String SELECT =
            "select *, (extract(epoch from now() - begun_at) * 1000)::bigint as age_ms from prediction";

    private final JdbcClient jdbc;

    Predictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when one was begun for this job before, or may have been */
    boolean add(UUID job, ProviderName provider, String model) {
        return jdbc.sql("""
                        insert into prediction (job_id, provider, model) values (:job, :provider, :model)
                        on conflict (job_id) do nothing""")
                        .param("job", job)
                        .param("provider", provider.word())
                        .param("model", model)
                        .update()
                == 1;
    }

    Optional<BegunPrediction> find(UUID job) {
        return jdbc.sql(SELECT + " where job_id = :job")
                .param("job", job)
                .query(Predictions::read)
                .optional();
    }

    List<BegunPrediction> ofTenant(String tenant) {
        return jdbc.sql(SELECT + " where tenant = :tenant")
                .param("tenant", tenant)
                .query(Predictions::read)
                .list();
    }

    boolean begun(UUID job, String remoteId) {
        return jdbc.sql("update prediction set remote_id = :id where job_id = :job")
                        .param("job", job)
                        .param("id", remoteId)
                        .update()
                == 1;
    }

    boolean ended(UUID job, BigDecimal costUsd) {
        return jdbc.sql("update prediction set ended = true, cost_usd = :cost where job_id = :job")
                        .param("job", job)
                        .param("cost", costUsd)
                        .update()
                == 1;
    }

    /** What one has cost whom. */
    record Cost(Principal owner, BigDecimal usd) {}

    /** @return empty when it was not there */
    Optional<Cost> remove(UUID job) {
        return jdbc.sql("delete from prediction where job_id = :job returning tenant, cost_usd")
                .param("job", job)
                .query((row, _) -> new Cost(owner(row.getString("tenant")), row.getBigDecimal("cost_usd")))
                .optional();
    }

    /** The other way round of {@link dev.parley.platform.tenant.TenantScope#nameOf}. */
    private static Principal owner(String tenant) {
        int colon = tenant.indexOf(':');
        var kind = Principal.Kind.valueOf(tenant.substring(0, colon).toUpperCase(Locale.ROOT));
        return new Principal(kind, tenant.substring(colon + 1));
    }

    private static BegunPrediction read(ResultSet row, int line) throws SQLException {
        return new BegunPrediction(
                row.getObject("job_id", UUID.class),
                ProviderName.valueOf(row.getString("provider").toUpperCase(Locale.ROOT)),
                row.getString("model"),
                row.getString("remote_id"),
                row.getBoolean("ended"),
                Duration.ofMillis(row.getLong("age_ms")));
    }
}
