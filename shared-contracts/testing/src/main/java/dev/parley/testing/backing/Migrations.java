package dev.parley.testing.backing;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of a service, for tests without Spring: the platform's first, as at a start. */
public final class Migrations {
    private Migrations() {}

    /** Of the service on whose class path this is. */
    public static void run(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("platform")
                .locations("classpath:db/platform")
                .load()
                .migrate();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
