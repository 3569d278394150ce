package dev.parley.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.schema.PlatformTables;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a pool of four connections to a real server, as the role that a service works as. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationTest {
    private static final int THREADS = 16;
    private static final int TRANSACTIONS_EACH = 625;
    private static final List<Principal> TENANTS = IntStream.range(0, 7)
            .mapToObj(i -> new Principal(Principal.Kind.USER, "tenant-" + i))
            .toList();

    private final TestDatabase database = Databases.fresh();
    private final HikariDataSource pool = new HikariDataSource();
    private final TenantDataSource source = new TenantDataSource(pool);
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    private final JdbcClient owner = JdbcClient.create(database.dataSource());

    @BeforeAll
    void a_table_with_a_policy() {
        PlatformTables.migrate(database.dataSource());
        owner.sql("create table note (tenant text not null default platform.sole_tenant(), text text not null)")
                .update();
        owner.sql("call platform.protect('note', 'tenant')").update();
        owner.sql("grant select, insert, update, delete on note to parley_application; "
                        + "grant usage on schema platform to parley_application")
                .update();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(TestDatabase.APPLICATION_ROLE);
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(4);
    }

    @AfterAll
    void the_pool_ends() {
        pool.close();
    }

    @Test
    void of_ten_thousand_mixed_transactions_none_sees_or_leaves_rows_of_another_tenant() {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            IntStream.range(0, THREADS)
                    .mapToObj(seed -> CompletableFuture.runAsync(() -> mixed(new Random(seed)), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(owner.sql("select count(*) from note where text not like tenant || ' %'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.sql("select count(*) from note").query(Long.class).single())
                .isPositive();
    }

    @Test
    void what_a_rolled_back_transaction_was_told_is_told_again() {
        Principal one = TENANTS.getFirst();
        for (int i = 0; i < pool.getMaximumPoolSize() + 1; i++) {
            try (TenantScope _ = TenantScope.of(one)) {
                assertThat(foreign(one)).isZero();
            }
            transactions.executeWithoutResult(status -> {
                try (TenantScope _ = TenantScope.of(TENANTS.getLast())) {
                    write(TENANTS.getLast());
                }
                status.setRollbackOnly();
            });
        }
        try (TenantScope _ = TenantScope.of(one)) {
            write(one);
            assertThat(foreign(one)).isZero();
            assertThat(all()).isPositive();
        }
        assertThat(all()).isZero();
    }

    @Test
    void a_scope_within_another_ends_where_it_was_opened() {
        try (TenantScope _ = TenantScope.of(TENANTS.get(1))) {
            transactions.executeWithoutResult(_ -> {
                try (TenantScope _ = TenantScope.of(TENANTS.get(2))) {
                    write(TENANTS.get(2));
                }
                assertThat(foreign(TENANTS.get(1))).isZero();
            });
        }
    }

    @Test
    void a_row_cannot_be_written_for_several_or_for_nobody() {
        String writing = "insert into note (text) values ('whose?')";

        assertThatThrownBy(() -> jdbc.sql(writing).update()).hasStackTraceContaining("row-level security");
        try (TenantScope _ = TenantScope.ofAll(TENANTS)) {
            assertThatThrownBy(() -> jdbc.sql(writing).update()).hasStackTraceContaining("row-level security");
        }
        assertThatThrownBy(() -> TenantScope.named("*")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TenantScope.named("user:1,user:2")).isInstanceOf(IllegalArgumentException.class);
    }

    private void mixed(Random random) {
        for (int i = 0; i < TRANSACTIONS_EACH; i++) {
            Principal tenant = TENANTS.get(random.nextInt(TENANTS.size()));
            switch (random.nextInt(7)) {
                case 0 -> assertThat(all()).isZero();
                case 1 -> as(tenant, () -> assertThat(foreign(tenant)).isZero());
                case 2 -> as(tenant, () -> write(tenant));
                case 3 -> as(tenant, () -> transactions.executeWithoutResult(_ -> writeAndLook(tenant)));
                case 4 -> rolledBack(tenant);
                case 5 -> failing(tenant);
                default -> everyone();
            }
        }
    }

    private static void as(Principal tenant, Runnable work) {
        try (TenantScope _ = TenantScope.of(tenant)) {
            work.run();
        }
    }

    private void writeAndLook(Principal tenant) {
        write(tenant);
        assertThat(foreign(tenant)).isZero();
        assertThat(all()).isPositive();
    }

    private void rolledBack(Principal tenant) {
        as(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    writeAndLook(tenant);
                    status.setRollbackOnly();
                }));
    }

    private void failing(Principal tenant) {
        as(
                tenant,
                () -> assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                            write(tenant);
                            jdbc.sql("insert into note (text) values (null)").update();
                        }))
                        .hasStackTraceContaining("null value"));
    }

    private void everyone() {
        try (TenantScope _ = TenantScope.everyone()) {
            assertThat(all()).isNotNegative();
        }
    }

    private void write(Principal tenant) {
        jdbc.sql("insert into note (text) values (:text)")
                .param("text", TenantScope.nameOf(tenant) + " wrote this")
                .update();
    }

    private long foreign(Principal tenant) {
        return jdbc.sql("select count(*) from note where tenant <> :tenant")
                .param("tenant", TenantScope.nameOf(tenant))
                .query(Long.class)
                .single();
    }

    private long all() {
        return jdbc.sql("select count(*) from note").query(Long.class).single();
    }
}
