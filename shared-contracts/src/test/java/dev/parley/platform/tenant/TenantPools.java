package dev.parley.platform.tenant;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.testing.backing.TestDatabase;
import javax.sql.DataSource;

/** Gives tests of other packages connections as services have them: of a role below row level security, told their tenants. */
public final class TenantPools {
    private TenantPools() {}

    public static DataSource of(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(TestDatabase.APPLICATION_ROLE);
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(8);
        return new TenantDataSource(pool);
    }
}
