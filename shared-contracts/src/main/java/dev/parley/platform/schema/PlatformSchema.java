package dev.parley.platform.schema;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/** Migrates the platform's schema when it is made; several replicas may do it at once. */
@AcrossTenants("migrations change everybody's rows")
final class PlatformSchema implements InitializingBean {

    private static final String SCHEMA = "platform";

    private final DataSource application;
    private final DataSource migrator;
    private final DatabaseWait patience;

    PlatformSchema(DataSource application, DataSource migrator, DatabaseWait patience) {
        this.application = application;
        this.migrator = migrator;
        this.patience = patience;
    }

    @Override
    public void afterPropertiesSet() throws InterruptedException {
        patience.until(application);
        try (TenantScope _ = TenantScope.everyone()) {
            migrate();
        }
    }

    private void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(migrator)
                .schemas(SCHEMA)
                .callbacks(new PatientMigrations(), new Grants(application))
                .locations("classpath:db/platform")
                .load()
                .migrate();
    }
}
