package dev.parley.platform.cache;

import dev.parley.platform.schema.PlatformTables;
import dev.parley.platform.tenant.TenantPools;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database that answers are shared in, as the role that services work as. */
final class SharedDatabase {
    private final TestDatabase database = Databases.fresh();
    private final DataSource services;

    SharedDatabase() {
        PlatformTables.migrate(database.dataSource());
        asOwner()
                .sql("grant usage on schema platform to parley_application;"
                        + " grant select, insert, update, delete on platform.cache_entry to parley_application")
                .update();
        services = TenantPools.of(database);
    }

    JdbcClient asOwner() {
        return JdbcClient.create(database.dataSource());
    }

    DataSource services() {
        return services;
    }

    StoredEntries entries() {
        return new StoredEntries(JdbcClient.create(services), new JdbcTransactionManager(services));
    }
}
