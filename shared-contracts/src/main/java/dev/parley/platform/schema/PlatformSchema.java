package dev.parley.platform.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/** Migrates the platform's schema when it is made; several replicas may do it at once. */
final class PlatformSchema implements InitializingBean {

    private static final String SCHEMA = "platform";

    private final DataSource dataSource;
    private final DatabaseWait patience;

    PlatformSchema(DataSource dataSource, DatabaseWait patience) {
        this.dataSource = dataSource;
        this.patience = patience;
    }

    @Override
    public void afterPropertiesSet() throws InterruptedException {
        patience.until(dataSource);
        Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .callbacks(new PatientMigrations())
                .locations("classpath:db/platform")
                .load()
                .migrate();
    }
}
