package dev.parley.platform.schema;

import java.time.Duration;
import javax.sql.DataSource;

/** Gives tests of other packages the platform's tables. */
public final class PlatformTables {

    private PlatformTables() {}

    public static void migrate(DataSource database) {
        try {
            new PlatformSchema(database, database, new DatabaseWait(Duration.ofSeconds(10))).afterPropertiesSet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
