package dev.parley.platform.idempotency;

import dev.parley.testing.backing.Databases;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database with the table and something to have an effect on. */
final class IdempotencySchema {
    private IdempotencySchema() {}

    static DataSource fresh() {
        DataSource source = Databases.fresh().dataSource();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("create schema platform").update();
        var migration = new ResourceDatabasePopulator(new ClassPathResource("db/platform/V2__idempotency.sql"));
        DatabasePopulatorUtils.execute(migration, source);
        jdbc.sql("create table effect (n integer)").update();
        return source;
    }
}
