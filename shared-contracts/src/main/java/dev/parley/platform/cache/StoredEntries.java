package dev.parley.platform.cache;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers in PostgreSQL, whose clock counts for all replicas. Each call is one statement on a connection of its own, whatever
 * transaction its caller is in: a claim that others do not see is none.
 */
@AcrossTenants("time passes for everybody")
final class StoredEntries implements SecondLevel {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    StoredEntries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Override
    public Look look(EntryKey key, String token, Duration claim) {
        return as(
                key.tenant(),
                () -> jdbc.sql("""
                        with kept as (
                            select body, extract(epoch from expires_at - now()) as seconds
                              from platform.cache_entry
                             where key = :key and body is not null and expires_at > now()),
                        claimed as (
                            insert into platform.cache_entry as e (key, tenant, claim, claimed_until, expires_at)
                            select :key, :tenant, :token, now() + :claim * interval '1 ms', now() + :claim * interval '1 ms'
                             where not exists (select from kept)
                            on conflict (key) do update
                               set body = null, claim = excluded.claim, claimed_until = excluded.claimed_until,
                                   expires_at = excluded.expires_at
                             where (e.body is null or e.expires_at <= now())
                               and (e.claimed_until is null or e.claimed_until <= now())
                            returning 1)
                        select body, seconds from kept union all select null, null from claimed""")
                        .param("key", key.text())
                        .param("tenant", key.tenant())
                        .param("token", UUID.fromString(token))
                        .param("claim", claim.toMillis())
                        .query((row, _) -> look(row.getBytes("body"), row.getDouble("seconds")))
                        .optional()
                        .orElseGet(Look.Awaited::new));
    }

    private static Look look(byte @Nullable [] body, double seconds) {
        return body == null ? new Look.Claimed() : new Look.Kept(body, Duration.ofMillis((long) (seconds * 1_000)));
    }

    @Override
    public boolean claim(EntryKey key, String token, Duration claim) {
        return as(
                key.tenant(),
                () -> jdbc.sql("""
                        update platform.cache_entry
                           set claim = :token, claimed_until = now() + :claim * interval '1 ms'
                         where key = :key and (claimed_until is null or claimed_until <= now())""")
                                .param("key", key.text())
                                .param("token", UUID.fromString(token))
                                .param("claim", claim.toMillis())
                                .update()
                        == 1);
    }

    @Override
    public boolean renew(EntryKey key, String token, Duration claim) {
        return as(
                key.tenant(),
                () -> jdbc.sql("""
                        update platform.cache_entry
                           set claimed_until = now() + :claim * interval '1 ms',
                               expires_at = case when body is null then now() + :claim * interval '1 ms' else expires_at end
                         where key = :key and claim = :token""")
                                .param("key", key.text())
                                .param("token", UUID.fromString(token))
                                .param("claim", claim.toMillis())
                                .update()
                        == 1);
    }

    @Override
    public boolean keep(EntryKey key, String token, byte[] body, Duration goodFor) {
        return as(
                key.tenant(),
                () -> jdbc.sql("""
                        update platform.cache_entry
                           set body = :body, expires_at = now() + :good * interval '1 ms', claim = null, claimed_until = null
                         where key = :key and claim = :token""")
                                .param("key", key.text())
                                .param("token", UUID.fromString(token))
                                .param("body", body)
                                .param("good", goodFor.toMillis())
                                .update()
                        == 1);
    }

    @Override
    public void release(EntryKey key, String token) {
        as(
                key.tenant(),
                () -> jdbc.sql("""
                        with unanswered as (
                            delete from platform.cache_entry where key = :key and claim = :token and body is null)
                        update platform.cache_entry set claim = null, claimed_until = null
                         where key = :key and claim = :token and body is not null""")
                        .param("key", key.text())
                        .param("token", UUID.fromString(token))
                        .update());
    }

    @Override
    public void forget(String tenant) {
        as(
                tenant,
                () -> jdbc.sql("delete from platform.cache_entry where tenant = :tenant")
                        .param("tenant", tenant)
                        .update());
    }

    @Override
    public int tidy() {
        try (TenantScope _ = TenantScope.everyone()) {
            return apart(() -> jdbc.sql("""
                            delete from platform.cache_entry where key in (
                                select key from platform.cache_entry
                                 where expires_at <= now() and (claimed_until is null or claimed_until <= now())
                                 limit :most for update skip locked)""").param("most", BATCH).update());
        }
    }

    private <R> R as(String tenant, Supplier<R> statement) {
        if (tenant.equals(EntryKey.EVERYBODY)) {
            return apart(statement);
        }
        try (TenantScope _ = TenantScope.named(tenant)) {
            return apart(statement);
        }
    }

    private <R> R apart(Supplier<R> statement) {
        return Objects.requireNonNull(apart.execute(_ -> statement.get()));
    }
}
